package com.thec1rcle.api.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes event processors after an outage: left alone they sleep up to a minute when the connection has long been back.
 */
final class ProcessorWatchdog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorWatchdog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final BooleanSupplier connected;
    private final EventProcessingConfiguration processing;
    private boolean wasConnected = true;
    private @Nullable ScheduledExecutorService executor;

    ProcessorWatchdog(BooleanSupplier connected, EventProcessingConfiguration processing) {
        this.connected = connected;
        this.processing = processing;
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("processor-watchdog").daemon().factory());
        executor.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Only a connection that came back wakes them: a projection that stopped at an event must stay stopped. */
    void look() {
        boolean now = connected.getAsBoolean();
        if (now && !wasConnected) {
            processing.eventProcessors().values().stream()
                    .filter(EventProcessor::isError)
                    .forEach(ProcessorWatchdog::restart);
        }
        wasConnected = now;
    }

    private static void restart(EventProcessor processor) {
        LOG.info("Waking {} after the outage.", processor.getName());
        processor.shutDown();
        processor.start();
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
