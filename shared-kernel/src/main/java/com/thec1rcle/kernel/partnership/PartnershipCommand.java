package com.thec1rcle.kernel.partnership;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a partnership. */
public sealed interface PartnershipCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    PartnershipId partnershipId();

    /** The host asks; refused with PARTNERSHIP_BLOCKED once the venue has blocked it. */
    record RequestPartnership(PartnershipId partnershipId, HostId hostId, VenueId venueId, String message)
            implements PartnershipCommand {}

    /** The venue says yes. */
    record ApprovePartnership(PartnershipId partnershipId) implements PartnershipCommand {}

    /** The venue says no. */
    record RejectPartnership(PartnershipId partnershipId, String reason) implements PartnershipCommand {}

    /** The venue wants nothing more to do with the host. */
    record BlockPartnership(PartnershipId partnershipId, String reason) implements PartnershipCommand {}

    /** Either side ends it; confirmed nights stand. */
    record EndPartnership(PartnershipId partnershipId, String reason) implements PartnershipCommand {}

    /** The host asks for a period; only an active partnership creates the request. */
    record RequestSlot(
            PartnershipId partnershipId,
            SlotRequestId slotRequestId,
            @Nullable EventId eventId,
            Period period,
            String notes)
            implements PartnershipCommand {}
}
