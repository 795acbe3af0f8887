package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What attempts of one kind add up to.
 *
 * @param people whom they were for
 * @param returned how many of those came back
 * @param attempts how many there were
 */
record DoorRow(
        @Nullable String tierId,
        @Nullable String tierName,
        @Nullable String deviceId,
        Direction direction,
        Verdict result,
        int people,
        int returned,
        int attempts) {

    boolean passed() {
        return result.admits();
    }

    /** People who were admitted for the first time. */
    int admitted() {
        return passed() && direction == Direction.IN ? people - returned : 0;
    }

    int cameBack() {
        return passed() && direction == Direction.IN ? returned : 0;
    }

    int exited() {
        return passed() && direction == Direction.OUT ? people : 0;
    }
}
