package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a venue's calendar; the venue alone decides what fits. */
public sealed interface CalendarCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    VenueId venueId();

    /** Closes a period; refused with PERIOD_TAKEN where it overlaps a booking or block. */
    record BlockPeriod(VenueId venueId, BlockId blockId, Period period, String reason) implements CalendarCommand {}

    /** Opens a blocked period again. */
    record LiftBlock(VenueId venueId, BlockId blockId) implements CalendarCommand {}

    /** Enters a host's request in the order of arrival; answers its rank from 1. */
    record QueueSlotRequest(
            VenueId venueId,
            SlotRequestId slotRequestId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period) implements CalendarCommand {}

    /** Takes a request that was answered, withdrawn or has lapsed out of the queue. */
    record DropSlotRequest(VenueId venueId, SlotRequestId slotRequestId) implements CalendarCommand {}

    /** Books the period of a queued request; refused with SLOT_TAKEN if it has gone since; answers BookedSlot. */
    record BookRequestedSlot(VenueId venueId, SlotRequestId slotRequestId) implements CalendarCommand {}

    /** Books the other period that the venue itself has named to a host; refused with SLOT_TAKEN; answers BookedSlot. */
    record BookCounterProposal(
            VenueId venueId,
            SlotRequestId slotRequestId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period) implements CalendarCommand {}

    /** Books a period for the venue's own event; refused with SLOT_TAKEN if it is not free; answers BookedSlot. */
    record BookOwnSlot(VenueId venueId, BookingId bookingId, EventId eventId, Period period)
            implements CalendarCommand {}

    /** Gives a booked period back. */
    record ReleaseSlot(VenueId venueId, BookingId bookingId, String reason) implements CalendarCommand {}
}
