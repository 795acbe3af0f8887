package com.thec1rcle.api.config;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;

/** The event store on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class EventStoreConfiguration {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int READ_BATCH = 500;
    /** How long another process's events may go unseen, in milliseconds. */
    private static final int FETCH_DELAY = 20;

    private static final int CACHED_EVENTS = 10_000;

    @Bean
    @DependsOn("flywayInitializer")
    EventStorageEngine eventStorageEngine(
            Serializer snapshotSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration configuration,
            DataSource dataSource,
            TransactionManager transactionManager) {
        return new PacedReads(JdbcEventStorageEngine.builder()
                .snapshotSerializer(snapshotSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(duplicateKeys())
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .transactionManager(transactionManager)
                .schema(new EventSchema())
                .batchSize(READ_BATCH));
    }

    @Bean(name = "eventBus", destroyMethod = "shutDown")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration configuration) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .fetchDelay(FETCH_DELAY)
                .cachedEvents(CACHED_EVENTS)
                .build();
    }

    /** The framework's own resolver does not know PostgreSQL's code, and would see no conflict as one. */
    private static PersistenceExceptionResolver duplicateKeys() {
        return failure -> {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return true;
                }
            }
            return false;
        };
    }
}
