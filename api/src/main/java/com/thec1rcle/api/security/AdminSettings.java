package com.thec1rcle.api.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the platform administrator is made known before anybody can be asked. */
@ConfigurationProperties("c1rcle.admin")
public record AdminSettings(
        @Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "AdminSettings[...]";
    }
}
