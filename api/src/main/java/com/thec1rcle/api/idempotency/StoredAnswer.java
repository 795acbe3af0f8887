package com.thec1rcle.api.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The answer that a request with a key got.
 *
 * @param id hash of user, method, path and key
 * @param fingerprint hash of what the request said
 */
record StoredAnswer(
        @Id String id,
        String fingerprint,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        byte[] body,
        Instant at) {}
