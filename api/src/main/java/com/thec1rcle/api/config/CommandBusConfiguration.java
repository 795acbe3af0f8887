package com.thec1rcle.api.config;

import com.thec1rcle.command.config.LaneSettings;
import com.thec1rcle.command.config.LocalCommandBus;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command bus of this process: all there is, or the local segment of Axon Server's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneSettings.class)
class CommandBusConfiguration {
    @Bean(destroyMethod = "close")
    @Qualifier("localSegment")
    static CommandBus localCommandBus(
            TransactionManager transactionManager,
            org.axonframework.config.Configuration configuration,
            ObjectProvider<DuplicateCommandHandlerResolver> duplicates,
            LaneSettings lanes,
            MeterRegistry meters) {
        LocalCommandBus.Builder builder = LocalCommandBus.builder();
        duplicates.ifAvailable(builder::duplicateCommandHandlerResolver);
        LocalCommandBus bus = new LocalCommandBus(
                builder, transactionManager, configuration.getComponent(CommandBusSpanFactory.class), lanes, meters);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
