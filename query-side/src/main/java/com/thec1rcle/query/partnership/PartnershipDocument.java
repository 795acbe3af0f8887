package com.thec1rcle.query.partnership;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.partnership.PartnershipView;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A partnership in the views. */
record PartnershipDocument(
        @Id String id,
        String hostId,
        String venueId,
        PartnershipStatus status,
        String message,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant answeredAt,
        long version) {

    PartnershipView toView() {
        return new PartnershipView(
                new PartnershipId(id),
                new HostId(hostId),
                new VenueId(venueId),
                status,
                message,
                reason,
                requestedAt,
                answeredAt);
    }
}
