package com.thec1rcle.kernel.partnership;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about partnerships; for the two sides only. */
public sealed interface PartnershipQuery {
    /** One partnership. */
    record FindPartnership(PartnershipId partnershipId, Actor viewer) implements PartnershipQuery {}

    /** The partnerships of a venue, of a host, or, with neither, of all the viewer's venues and hosts. */
    record FindPartnerships(
            @Nullable VenueId venueId,
            @Nullable HostId hostId,
            @Nullable PartnershipStatus status,
            @Nullable String cursor,
            int limit,
            Actor viewer)
            implements PartnershipQuery {}
}
