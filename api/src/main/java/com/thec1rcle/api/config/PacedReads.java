package com.thec1rcle.api.config;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Events on PostgreSQL. Whoever follows them hears of the first after a silence at once, and of those in quick
 * succession together: otherwise each commit under load would be a read of its own and wake every processor.
 */
final class PacedReads extends JdbcEventStorageEngine {
    /** Used by the one thread of the event store that follows the newest events. */
    private final Pace pace = new Pace(System.nanoTime());

    PacedReads(Builder builder) {
        super(builder);
    }

    /** @param mayBlock true of the thread that follows the newest events, false of those that catch up */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        if (!mayBlock) {
            return super.readEvents(after, false);
        }
        LockSupport.parkNanos(pace.pauseNanos(System.nanoTime()));
        return super.readEvents(after, true).peek(event -> pace.found(System.nanoTime()));
    }

    /** When it is time to read again. */
    static final class Pace {
        static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

        private long nextAt;

        Pace(long now) {
            nextAt = now;
        }

        void found(long now) {
            nextAt = now + PAUSE_NANOS;
        }

        /** How long to wait from now on; none if nothing was found lately. */
        long pauseNanos(long now) {
            return Math.max(0, nextAt - now);
        }
    }
}
