package com.thec1rcle.query.notification;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * All events one after the other for notifications: a follow before a publication must be seen before it, though the
 * two come from different aggregates.
 */
@Configuration(proxyBeanMethods = false)
class NotificationOrder {
    @Bean
    ConfigurerModule notificationsInOneOrder() {
        return configurer -> configurer
                .eventProcessing()
                .registerSequencingPolicy(NotificationProjection.GROUP, config -> new SequentialPolicy());
    }
}
