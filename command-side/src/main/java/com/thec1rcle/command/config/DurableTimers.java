package com.thec1rcle.command.config;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Alarms kept in the vault. Each process keeps those due soon in memory too, and looks at the vault now and then for
 * what others set or what was left behind.
 */
@Component
final class DurableTimers implements Timers, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DurableTimers.class);
    private static final String COLLECTION = "timers";
    private static final Duration HORIZON = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final MongoTemplate vault;
    private final Serializer serializer;
    private final Commands commands;
    private final Clock clock;
    private final Map<String, Instant> scheduled = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService executor;

    DurableTimers(
            @Qualifier("vault") MongoTemplate vault,
            @Qualifier("messageSerializer") Serializer serializer,
            Commands commands,
            Clock clock) {
        this.vault = vault;
        this.serializer = serializer;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void set(String id, Instant due, Object command) {
        Alarm alarm = new Alarm(
                id,
                due.plusNanos(999_999)
                        .truncatedTo(ChronoUnit.MILLIS), // As exact as the vault keeps it, and no earlier.
                command.getClass().getName(),
                serializer.serialize(command, String.class).getData());
        vault.save(alarm, COLLECTION);
        if (due.isBefore(clock.instant().plus(HORIZON))) {
            schedule(alarm);
        }
    }

    @Override
    public void cancel(String id) {
        vault.remove(Query.query(where("_id").is(id)), COLLECTION);
    }

    @Override
    public synchronized void start() {
        executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("timers-", 1).daemon().factory());
        executor.scheduleWithFixedDelay(this::look, 0, HORIZON.toMillis() / 2, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
            scheduled.clear();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    @Override
    public int getPhase() {
        return Commands.ANSWERED_PHASE;
    }

    private void look() {
        try {
            Query soon = Query.query(where("due").lt(clock.instant().plus(HORIZON)));
            vault.find(soon, Alarm.class, COLLECTION).forEach(this::schedule);
        } catch (RuntimeException unavailable) {
            LOG.warn("The vault did not answer; timers are looked at again shortly.", unavailable);
        }
    }

    private synchronized void schedule(Alarm alarm) {
        if (executor != null && !alarm.due().equals(scheduled.put(alarm.id(), alarm.due()))) {
            ringIn(untilDue(alarm), alarm);
        }
    }

    private Duration untilDue(Alarm alarm) {
        return Duration.between(clock.instant(), alarm.due());
    }

    /** Whoever is called before the time looks at the clock and does nothing, and nobody would call again. */
    private void ring(Alarm alarm) {
        Duration early = untilDue(alarm);
        if (early.isPositive()) {
            ringIn(early, alarm); // The clock was set back meanwhile.
            return;
        }
        Query same = Query.query(where("_id").is(alarm.id()).and("due").is(alarm.due()));
        try {
            if (!vault.exists(same, COLLECTION)) {
                return; // Cancelled, set anew, or rung already.
            }
            commands.ask(command(alarm));
            vault.remove(same, COLLECTION);
        } catch (Refusal refusal) {
            if (refusal.code().isTransient()) {
                ringIn(RETRY, alarm);
            } else {
                LOG.debug("The timer {} is no longer needed: {}", alarm.id(), refusal.code());
                vault.remove(same, COLLECTION);
            }
        } catch (RuntimeException failed) {
            LOG.warn("The timer {} failed and rings again.", alarm.id(), failed);
            ringIn(RETRY, alarm);
        } finally {
            scheduled.remove(alarm.id(), alarm.due());
        }
    }

    private synchronized void ringIn(Duration delay, Alarm alarm) {
        if (executor != null) {
            executor.schedule(() -> ring(alarm), Math.max(0, delay.toMillis()) + 1, TimeUnit.MILLISECONDS);
        }
    }

    private Object command(Alarm alarm) {
        return serializer.deserialize(new SimpleSerializedObject<>(alarm.command(), String.class, alarm.type(), null));
    }

    private record Alarm(@Id String id, Instant due, String type, String command) {}
}
