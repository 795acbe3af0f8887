package com.thec1rcle.api.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the embedded issuer treats people.
 *
 * @param tokenLife how long an access token is valid
 * @param attempts wrong passwords per address within a window, before it is told to wait
 * @param attemptWindow how long wrong passwords are remembered
 */
@ConfigurationProperties("c1rcle.account")
public record AccountSettings(
        @DefaultValue("PT12H") Duration tokenLife,
        @DefaultValue("10") int attempts,
        @DefaultValue("PT5M") Duration attemptWindow) {}
