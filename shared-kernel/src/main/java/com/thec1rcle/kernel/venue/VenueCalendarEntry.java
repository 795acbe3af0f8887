package com.thec1rcle.kernel.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One period in a calendar.
 *
 * @param rank place in line of a request, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VenueCalendarEntry(
        String entryId,
        CalendarEntryKind kind,
        Instant from,
        Instant until,
        Status status,
        @Nullable EventId eventId,
        @Nullable HostId hostId,
        @Nullable String reason,
        @Nullable Integer rank) {

    /** How firm an entry is. */
    public enum Status {
        BOOKED,
        PENDING,
        BLOCKED,
        BUSY
    }
}
