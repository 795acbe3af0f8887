package com.thec1rcle.query.promoter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A promoter's link, in {@code promoter_links}; what it brought is counted from rows of its own. */
record LinkDocument(
        @Id String id,
        String promoterId,
        String eventId,
        String code,
        boolean active,
        @Nullable Instant expiresAt,
        Instant createdAt,
        long version) {
    static final String COLLECTION = "promoter_links";
}
