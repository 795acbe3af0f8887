package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.kernel.venue.VenueCalendarEntry;
import com.thec1rcle.kernel.venue.VenueCalendarEntry.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One booking, block or request that is or was in a calendar.
 *
 * @param live whether it still is
 * @param arrival grows with the order in which the calendar took the entries in
 */
record CalendarDocument(
        @Id String id,
        String entryId,
        String venueId,
        CalendarEntryKind kind,
        Instant from,
        Instant until,
        @Nullable String eventId,
        @Nullable String hostId,
        @Nullable String reason,
        boolean live,
        long arrival,
        long version) {

    static String id(CalendarEntryKind kind, String entryId) {
        return kind + ":" + entryId;
    }

    Period period() {
        return new Period(from, until);
    }

    boolean isTaken() {
        return kind != CalendarEntryKind.REQUEST;
    }

    VenueCalendarEntry toView(@Nullable Integer rank) {
        return new VenueCalendarEntry(
                entryId,
                kind,
                from,
                until,
                status(),
                eventId == null ? null : new EventId(eventId),
                hostId == null ? null : new HostId(hostId),
                reason,
                rank);
    }

    private Status status() {
        return switch (kind) {
            case BOOKING -> Status.BOOKED;
            case BLOCK -> Status.BLOCKED;
            case REQUEST -> Status.PENDING;
            case BUSY -> Status.BUSY;
        };
    }
}
