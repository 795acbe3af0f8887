package com.thec1rcle.api.config;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tries again what processes could not handle, until they can. */
@Component
final class DeadLetterRetries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetries.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final EventProcessingConfiguration processing;
    private final Clock clock;
    private @Nullable ScheduledExecutorService executor;

    DeadLetterRetries(EventProcessingConfiguration processing, Clock clock) {
        this.processing = processing;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("dead-letters").daemon().factory());
        executor.scheduleWithFixedDelay(
                this::retryAll, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void retryAll() {
        processing
                .eventProcessors()
                .keySet()
                .forEach(group ->
                        processing.sequencedDeadLetterProcessor(group).ifPresent(letters -> retry(group, letters)));
    }

    private void retry(String group, SequencedDeadLetterProcessor<?> letters) {
        try {
            letters.process(letter -> RetryPolicy.isDue(letter, clock.instant()));
        } catch (RuntimeException unavailable) {
            LOG.warn("The dead letters of {} could not be tried again now.", group, unavailable);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
