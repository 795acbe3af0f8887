package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.DeviceView;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A scanning device that was bound to a venue. */
record DeviceDocument(
        @Id String id,
        String venueId,
        String name,
        String boundBy,
        Instant boundAt,
        Instant lastSeenAt,
        @Nullable Instant revokedAt) {
    DeviceView toView() {
        return new DeviceView(
                new DeviceId(id), new VenueId(venueId), name, new UserId(boundBy), boundAt, lastSeenAt, revokedAt);
    }
}
