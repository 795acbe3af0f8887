package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about the door. */
public sealed interface EntryQuery {
    /** The attempts at an event's door, latest first; answers a ScanHistory; for those who scan there or see its guests. */
    record FindScans(
            EventId eventId,
            @Nullable Verdict result,
            @Nullable String cursor,
            int limit,
            Actor viewer) implements EntryQuery {}
}
