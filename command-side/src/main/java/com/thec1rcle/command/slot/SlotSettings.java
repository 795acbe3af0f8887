package com.thec1rcle.command.slot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things stay open around a slot.
 *
 * @param requestExpiry how long a request waits for an answer
 * @param approvalLapse how long an approved slot is kept for an event that is not published
 */
@ConfigurationProperties("c1rcle.slot")
public record SlotSettings(
        @DefaultValue("P7D") Duration requestExpiry,
        @DefaultValue("PT48H") Duration approvalLapse) {}
