package com.thec1rcle.api.config;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the profile {@code axonserver} needs beside what the framework brings. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerProfile {
    /** The framework's own indicator looks for a class that has moved. */
    @Bean
    HealthIndicator axonServerHealth(AxonServerConnectionManager connections, AxonServerConfiguration settings) {
        return () -> connections.isConnected(settings.getContext())
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "Not connected to Axon Server.")
                        .build();
    }

    @Bean
    ProcessorWatchdog processorWatchdog(
            AxonServerConnectionManager connections,
            AxonServerConfiguration settings,
            EventProcessingConfiguration processing) {
        return new ProcessorWatchdog(() -> connections.isConnected(settings.getContext()), processing);
    }
}
