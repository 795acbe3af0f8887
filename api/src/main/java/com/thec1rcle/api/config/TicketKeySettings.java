package com.thec1rcle.api.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that ticket codes are signed and verified with.
 *
 * @param signingKey id of the key that signs
 * @param keys by key id, all of which verify: a secret of 32 characters or more, or {@code ed25519:} and a seed of 32
 *     bytes in base64, or {@code ed25519-public:} and a public key
 * @param algorithm of the key that the embedded profile invents when none is named
 */
@ConfigurationProperties("c1rcle.tickets")
record TicketKeySettings(
        @Nullable String signingKey,
        @DefaultValue Map<String, String> keys,
        @DefaultValue("HMAC") Algorithm algorithm) {
    /** How codes may be signed. */
    enum Algorithm {
        HMAC,
        ED25519
    }

    @Override
    public String toString() {
        return "TicketKeySettings[" + signingKey + " of " + keys.keySet() + "]";
    }
}
