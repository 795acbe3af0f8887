package com.thec1rcle.api.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that ticket codes are signed and verified with.
 *
 * @param signingKey id of the key that signs
 * @param keys secrets of 32 characters or more, by key id; all of them verify
 */
@ConfigurationProperties("c1rcle.tickets")
record TicketKeySettings(
        @Nullable String signingKey, @DefaultValue Map<String, String> keys) {
    @Override
    public String toString() {
        return "TicketKeySettings[" + signingKey + " of " + keys.keySet() + "]";
    }
}
