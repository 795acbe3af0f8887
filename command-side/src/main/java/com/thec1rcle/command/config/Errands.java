package com.thec1rcle.command.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final Clock clock;
    private final Cache<String, CompletableFuture<End>> errands =
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

    /** Runs an errand, after one of the same name that is under way here. */
    public <T> T run(String name, Errand<T> errand) throws Refusal {
        return runIfOurs(name, () -> Optional.of(errand.run())).orElseThrow();
    }

    /** As {@link #run}; one that answers nothing turned out to be somebody else's, and is unknown here. */
    public <T> Optional<T> runIfOurs(String name, Errand<Optional<T>> errand) throws Refusal {
        CompletableFuture<End> mine = new CompletableFuture<>();
        CompletableFuture<End> before = errands.asMap().put(name, mine);
        boolean done = false;
        try {
            if (before != null) {
                endOf(before);
            }
            Optional<T> answer = errand.run();
            done = answer.isPresent();
            if (!done) {
                errands.asMap().remove(name, mine);
            }
            return answer;
        } finally {
            mine.complete(new End(done, clock.instant()));
        }
    }

    /** What became of an errand that ended no earlier than this; waits for one that is under way. */
    public Fate fateOf(String name, Instant since) {
        CompletableFuture<End> errand = errands.getIfPresent(name);
        End end = errand == null ? null : endOf(errand);
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
}
