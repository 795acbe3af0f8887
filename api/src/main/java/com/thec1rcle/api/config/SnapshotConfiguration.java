package com.thec1rcle.api.config;

import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** How aggregates are saved now and then, so that loading one need not begin at its first event. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final int LEAST_EVENTS = 200;
    private static final int PART_OF_HISTORY = 10;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    /**
     * One at a time, and nobody's command waits for it; each aggregate is in the queue once at most. What comes after the
     * shutdown has begun is left for the next process.
     */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor snapshots() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setThreadNamePrefix("snapshot-");
        executor.setDaemon(true);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationMillis(DRAIN.toMillis());
        return executor;
    }

    @Bean
    SpringAggregateSnapshotter snapshotter(
            org.axonframework.config.Configuration configuration,
            EventStore events,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            SnapshotterSpanFactory spans,
            @Qualifier("snapshots") ThreadPoolTaskExecutor executor) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(configuration::repository)
                .eventStore(events)
                .transactionManager(transactions)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .spanFactory(spans)
                .executor(executor)
                .build();
    }

    /** Where aggregates are not kept in memory, each command replays what came after the snapshot. */
    @Bean
    SnapshotTriggerDefinition snapshotTrigger(
            Snapshotter snapshotter, @Value("${c1rcle.command.exclusive}") boolean exclusive) {
        return exclusive
                ? new SnapshotRhythm(snapshotter, LEAST_EVENTS, PART_OF_HISTORY)
                : new EventCountSnapshotTriggerDefinition(snapshotter, LEAST_EVENTS);
    }
}
