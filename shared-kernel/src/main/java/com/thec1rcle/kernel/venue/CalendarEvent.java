package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a venue's calendar. */
public sealed interface CalendarEvent {
    VenueId venueId();

    /** A period was closed. */
    @Revision("1")
    record PeriodBlocked(VenueId venueId, BlockId blockId, Period period, String reason) implements CalendarEvent {}

    /** A closed period was opened again. */
    @Revision("1")
    record BlockLifted(VenueId venueId, BlockId blockId) implements CalendarEvent {}

    /** A host's request joined the queue. */
    @Revision("1")
    record SlotRequestQueued(
            VenueId venueId,
            SlotRequestId slotRequestId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period,
            int rank)
            implements CalendarEvent {}

    /** A request left the queue without a booking. */
    @Revision("1")
    record SlotRequestDropped(VenueId venueId, SlotRequestId slotRequestId) implements CalendarEvent {}

    /** A period was booked; the rivals are the queued requests that it displaced. */
    @Revision("1")
    record SlotBooked(
            VenueId venueId,
            BookingId bookingId,
            @Nullable SlotRequestId slotRequestId,
            @Nullable HostId hostId,
            @Nullable EventId eventId,
            Period period,
            Instant lapsesAt,
            List<SlotRequestId> rivals)
            implements CalendarEvent {}

    /** A booked period was given back. */
    @Revision("1")
    record SlotReleased(
            VenueId venueId, BookingId bookingId, @Nullable EventId eventId, Period period, String reason)
            implements CalendarEvent {}
}
