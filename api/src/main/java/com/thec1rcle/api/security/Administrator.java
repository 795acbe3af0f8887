package com.thec1rcle.api.security;

import org.jspecify.annotations.Nullable;

/**
 * Who administers the platform by configuration.
 *
 * @param email whoever signs in with this address, verified, is ADMIN; nobody is when it is absent
 */
public record Administrator(@Nullable String email) {
    boolean is(@Nullable String verifiedEmail) {
        return email != null && email.equalsIgnoreCase(verifiedEmail);
    }
}
