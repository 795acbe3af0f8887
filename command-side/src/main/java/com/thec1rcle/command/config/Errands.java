package com.thec1rcle.command.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What conversations of this process are seeing to, so that the process behind each need not do it a second time. Only
 * a saving: what is forgotten here is done again, and doing it again is harmless.
 */
@Component
public class Errands {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 50_000;

    /** So that many may ask for the same at once: more would only hold threads that others need. */
    static final int MOST_AT_ONCE = 8;

    private final Clock clock;
    private final Cache<String, Latest> errands =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    public Errands(Clock clock) {
        this.clock = clock;
    }

    /** Something to be seen to. */
    @FunctionalInterface
    public interface Errand<T> {
        T run() throws Refusal;
    }

    /** What is known here of an errand. */
    public enum Fate {
        /** Seen through. */
        DONE,
        /** Tried, and to be tried again. */
        FAILED,
        /** Not of this process, or of before its start. */
        UNKNOWN
    }

    /** Runs an errand, after those of the same name that are under way here; refused with TOO_BUSY if they are many. */
    public <T> T run(String name, Errand<T> errand) throws Refusal {
        return runIfOurs(name, () -> Optional.of(errand.run())).orElseThrow();
    }

    /** As {@link #run}; one that answers nothing turned out to be somebody else's, and is unknown here. */
    public <T> Optional<T> runIfOurs(String name, Errand<Optional<T>> errand) throws Refusal {
        CompletableFuture<End> mine = new CompletableFuture<>();
        AtomicReference<@Nullable Latest> before = new AtomicReference<>();
        Latest latest = errands.asMap().compute(name, (same, known) -> {
            before.set(known);
            return known == null ? new Latest(mine, new AtomicInteger(1)) : known.followedBy(mine);
        });
        if (latest.end() != mine) {
            throw new Refusal(ErrorCode.TOO_BUSY, "This is being asked for many times at once; try again shortly.");
        }
        boolean done = false;
        try {
            if (before.get() != null) {
                endOf(before.get().end());
            }
            Optional<T> answer = errand.run();
            done = answer.isPresent();
            if (!done) {
                errands.asMap().remove(name, latest);
            }
            return answer;
        } finally {
            latest.underWay().decrementAndGet();
            mine.complete(new End(done, clock.instant()));
        }
    }

    /** What became of an errand that ended no earlier than this; waits for one that is under way. */
    public Fate fateOf(String name, Instant since) {
        Latest latest = errands.getIfPresent(name);
        End end = latest == null ? null : endOf(latest.end());
        if (end == null || end.at().isBefore(since)) {
            return Fate.UNKNOWN;
        }
        return end.done() ? Fate.DONE : Fate.FAILED;
    }

    private static @Nullable End endOf(CompletableFuture<End> errand) {
        try {
            return errand.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private record End(boolean done, Instant at) {}

    /**
     * The last errand of a name.
     *
     * @param underWay how many of that name run or wait
     */
    private record Latest(CompletableFuture<End> end, AtomicInteger underWay) {
        /** With one more behind it, or as it is if there are enough. */
        Latest followedBy(CompletableFuture<End> next) {
            if (underWay.get() >= MOST_AT_ONCE) {
                return this;
            }
            underWay.incrementAndGet();
            return new Latest(next, underWay);
        }
    }
}
