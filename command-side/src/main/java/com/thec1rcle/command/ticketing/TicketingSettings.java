package com.thec1rcle.command.ticketing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tiers sell unless they say otherwise.
 *
 * @param hold how long stock is set aside for an unpaid order
 * @param minPerOrder the least tickets of a tier that an order takes
 * @param maxPerOrder the most tickets of a tier that an order takes
 */
@ConfigurationProperties("c1rcle.ticketing")
public record TicketingSettings(
        @DefaultValue("PT10M") Duration hold,
        @DefaultValue("1") int minPerOrder,
        @DefaultValue("10") int maxPerOrder) {}
