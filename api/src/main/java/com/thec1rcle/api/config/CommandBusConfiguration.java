package com.thec1rcle.api.config;

import com.thec1rcle.command.config.LocalCommandBus;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command bus of this process: all there is, or the local segment of Axon Server's. */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {
    @Bean(destroyMethod = "close")
    @Qualifier("localSegment")
    static CommandBus localCommandBus(
            TransactionManager transactionManager,
            org.axonframework.config.Configuration configuration,
            ObjectProvider<DuplicateCommandHandlerResolver> duplicates,
            MeterRegistry meters) {
        LocalCommandBus.Builder builder = LocalCommandBus.builder();
        builder.transactionManager(transactionManager)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class));
        duplicates.ifAvailable(builder::duplicateCommandHandlerResolver);
        LocalCommandBus bus = new LocalCommandBus(builder, meters);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
