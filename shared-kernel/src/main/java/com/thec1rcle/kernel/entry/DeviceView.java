package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scanning device as the venue's managers see it.
 *
 * @param lastSeenAt when it last scanned; when it was bound, if it never did
 * @param revokedAt absent while it may scan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceView(
        DeviceId deviceId,
        VenueId venueId,
        String name,
        UserId boundBy,
        Instant boundAt,
        Instant lastSeenAt,
        @Nullable Instant revokedAt) {}
