package com.thec1rcle.api.config;

import com.thec1rcle.command.config.CaffeineCache;
import com.thec1rcle.kernel.message.MessageKeys;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What every message of the system shares: how it is written, what it carries, whose clock it goes by. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
    private static final int CACHED_AGGREGATES = 20_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Without these types a replay token could not be read back, and a projection would stay in error for good. */
    @Bean
    Jackson3SerializerCustomizer messageJson() {
        return json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("com.thec1rcle.")
                        .allowIfSubType("java.")
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Events are read as they are today; the first change of an event adds its upcaster here. */
    @Bean
    EventUpcasterChain upcasters() {
        return new EventUpcasterChain();
    }

    /** Who acted and which request began it travel from message to message. */
    @Bean
    CorrelationDataProvider provenance() {
        return message -> {
            Map<String, String> data = new HashMap<>();
            data.put(MessageKeys.CAUSATION_ID, message.getIdentifier());
            copy(MessageKeys.ACTOR_ID, message.getMetaData(), data);
            copy(MessageKeys.CORRELATION_ID, message.getMetaData(), data);
            return data;
        };
    }

    private static void copy(String key, Map<String, ?> from, Map<String, String> to) {
        if (from.get(key) instanceof String value) {
            to.put(key, value);
        }
    }

    /**
     * A cached aggregate is only as fresh as this process's own commands; so there is a cache only where no other
     * process decides on the same aggregates.
     */
    @Bean
    Cache aggregateCache(@Value("${c1rcle.command.exclusive}") boolean exclusive) {
        return exclusive ? new CaffeineCache(CACHED_AGGREGATES) : NoCache.INSTANCE;
    }
}
