package com.thec1rcle.command.ticketing;

import java.time.Duration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Tiers and tickets, as tests of other features need them. */
public final class TicketingParts {
    private TicketingParts() {}

    public static Configurer addTo(Configurer configurer) {
        return configurer
                .registerComponent(
                        TicketingSettings.class, config -> new TicketingSettings(Duration.ofMinutes(10), 1, 10))
                .registerComponent(WaitingListSettings.class, config -> TierFixtures.WAITING)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(TicketTier.class))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Ticket.class));
    }
}
