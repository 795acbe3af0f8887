package com.thec1rcle.api.idempotency;

import com.thec1rcle.kernel.message.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Ids for what a request creates; a controller takes it as a parameter.
 *
 * @param scope user, method, path and Idempotency-Key of the request; absent without a key
 * @param fingerprint hash of what the request says, so that the same key with other words is noticed; empty without a
 *     key
 */
public record NewIds(@Nullable String scope, String fingerprint) {
    /** For a request without a key: every id is new. */
    public static final NewIds RANDOM = new NewIds(null, "");

    public NewIds(@Nullable String scope) {
        this(scope, "");
    }

    /** A UUID that is the same whenever this request is repeated with its key, and random without one. */
    public String next(String what) {
        return scope == null ? Identifier.random() : Identifier.derive("idempotency", scope, what);
    }
}
