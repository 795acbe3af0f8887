package com.thec1rcle.kernel.maintenance;

import org.jspecify.annotations.Nullable;

/** Everything one can ask about how far the views have followed the events. */
public sealed interface FreshnessQuery {
    /** How far the events go now; answers an {@link EventPosition}. */
    record FindHead() implements FreshnessQuery {}

    /**
     * Whether views show everything up to a position; answers {@link ViewsReached}.
     *
     * @param group one processing group, or all projections if absent
     */
    record HaveViewsReached(
            EventPosition position, @Nullable String group) implements FreshnessQuery {}

    /** A position in the stream of all events; -1 before the first. */
    record EventPosition(long value) {}

    /** Whether they do. */
    record ViewsReached(boolean yes) {}
}
