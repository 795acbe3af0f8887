package com.thec1rcle.api.config;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tries again what processes could not handle, until they can; no process waits for another, and no order for another's. */
@Component
final class DeadLetterRetries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetries.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int THREADS = 4;
    private static final int MOST_AT_ONCE = 200;

    private final EventProcessingConfiguration processing;
    private final Clock clock;
    private final Set<String> retrying = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService executor;

    DeadLetterRetries(EventProcessingConfiguration processing, Clock clock) {
        this.processing = processing;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        executor = Executors.newScheduledThreadPool(
                THREADS, Thread.ofPlatform().name("dead-letters-", 1).daemon().factory());
        executor.scheduleWithFixedDelay(
                this::retryAll, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void retryAll() {
        processing
                .eventProcessors()
                .keySet()
                .forEach(group ->
                        processing.sequencedDeadLetterProcessor(group).ifPresent(letters -> begin(group, letters)));
    }

    private synchronized void begin(String group, SequencedDeadLetterProcessor<?> letters) {
        if (executor != null && retrying.add(group)) {
            executor.execute(() -> retry(group, letters));
        }
    }

    private void retry(String group, SequencedDeadLetterProcessor<?> letters) {
        try {
            for (int tried = 0; tried < MOST_AT_ONCE && retryOne(letters); tried++) {
                LOG.debug("Tried a dead letter of {} again.", group);
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("The dead letters of {} could not be tried again now.", group, unavailable);
        } finally {
            retrying.remove(group);
        }
    }

    /** Whether there was one to try; one that fails again is not due for a while, and keeps no other waiting. */
    private boolean retryOne(SequencedDeadLetterProcessor<?> letters) {
        AtomicBoolean found = new AtomicBoolean();
        letters.process(letter -> {
            boolean due = RetryPolicy.isDue(letter, clock.instant());
            found.compareAndSet(false, due);
            return due;
        });
        return found.get();
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
