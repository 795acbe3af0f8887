package com.thec1rcle.kernel.slot;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a request for a slot. */
public sealed interface SlotEvent {
    SlotRequestId slotRequestId();

    /** A host asked for a period. */
    @Revision("1")
    record SlotRequested(
            SlotRequestId slotRequestId,
            PartnershipId partnershipId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period,
            String notes,
            Instant expiresAt)
            implements SlotEvent {}

    /** The venue said yes, until the approval lapses. */
    @Revision("1")
    record SlotApproved(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period,
            Instant lapsesAt)
            implements SlotEvent {}

    /** The venue said no. */
    @Revision("1")
    record SlotRejected(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId,
            String reason) implements SlotEvent {}

    /** The venue named another period. */
    @Revision("1")
    record SlotCounterProposed(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period,
            String note)
            implements SlotEvent {}

    /** The host took the venue's other period. */
    @Revision("1")
    record SlotCounterAccepted(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period) implements SlotEvent {}

    /** The host took the request back. */
    @Revision("1")
    record SlotWithdrawn(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId) implements SlotEvent {}

    /** Nobody answered in time. */
    @Revision("1")
    record SlotRequestExpired(
            SlotRequestId slotRequestId,
            VenueId venueId,
            HostId hostId,
            @Nullable EventId eventId) implements SlotEvent {}
}
