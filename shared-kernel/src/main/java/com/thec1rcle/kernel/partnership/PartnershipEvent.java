package com.thec1rcle.kernel.partnership;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a partnership. */
public sealed interface PartnershipEvent {
    PartnershipId partnershipId();

    /** A host asked a venue. */
    @Revision("1")
    record PartnershipRequested(
            PartnershipId partnershipId, HostId hostId, VenueId venueId, UserId requestedBy, String message)
            implements PartnershipEvent {}

    /** The venue said yes. */
    @Revision("1")
    record PartnershipApproved(PartnershipId partnershipId, HostId hostId, VenueId venueId)
            implements PartnershipEvent {}

    /** The venue said no. */
    @Revision("1")
    record PartnershipRejected(PartnershipId partnershipId, HostId hostId, VenueId venueId, String reason)
            implements PartnershipEvent {}

    /** The venue closed the door for good. */
    @Revision("1")
    record PartnershipBlocked(PartnershipId partnershipId, HostId hostId, VenueId venueId, String reason)
            implements PartnershipEvent {}

    /** One side ended it. */
    @Revision("1")
    record PartnershipEnded(PartnershipId partnershipId, HostId hostId, VenueId venueId, UserId endedBy, String reason)
            implements PartnershipEvent {}

    /** The host asked for a slot, and the request was opened. */
    @Revision("1")
    record SlotAsked(PartnershipId partnershipId, SlotRequestId slotRequestId, Instant expiresAt)
            implements PartnershipEvent {}
}
