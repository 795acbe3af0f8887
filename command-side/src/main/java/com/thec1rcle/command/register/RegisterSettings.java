package com.thec1rcle.command.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of an operational register.
 *
 * @param maxEntries entries that the register of one date takes
 * @param maxTextLength longest text of an entry, in characters
 */
@ConfigurationProperties("c1rcle.register")
record RegisterSettings(
        @DefaultValue("2000") int maxEntries,
        @DefaultValue("2000") int maxTextLength) {}
