package com.thec1rcle.kernel.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A partnership as its two sides see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnershipView(
        PartnershipId partnershipId,
        HostId hostId,
        VenueId venueId,
        PartnershipStatus status,
        String message,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant answeredAt) {}
