package com.thec1rcle.api.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the same thing again and again, by many at once, and measures the answers. */
final class Load {
    private static final long LONGEST_MICROS = Duration.ofSeconds(60).toNanos() / 1000;
    private static final int DIGITS = 3;

    private Load() {}

    /**
     * Keeps so many under way all the time: what the system can do at most.
     *
     * @param step what is done for a number that counts from 0; succeeds with true if the answer is the hoped-for one
     */
    static Measurement closed(String scenario, int concurrency, Duration lasting, LongFunction<Mono<Boolean>> step) {
        long end = System.nanoTime() + lasting.toNanos();
        Flux<Long> numbers = Flux.generate(() -> 0L, (number, sink) -> {
            if (System.nanoTime() < end) {
                sink.next(number);
            } else {
                sink.complete();
            }
            return number + 1;
        });
        Tally tally = new Tally();
        long begun = System.nanoTime();
        numbers.flatMap(number -> tally.measure(step.apply(number), System.nanoTime()), concurrency, 1)
                .blockLast();
        return tally.measurement(scenario, Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * Begins one at a steady rate whether or not the ones before are answered, and counts the time from when it was due:
     * what a guest sees at that load.
     */
    static Measurement open(String scenario, double perSecond, Duration lasting, LongFunction<Mono<Boolean>> step) {
        long gap = (long) (1e9 / perSecond);
        long count = (long) (lasting.toNanos() / (double) gap);
        Tally tally = new Tally();
        long begun = System.nanoTime();
        Flux.interval(Duration.ZERO, Duration.ofNanos(gap))
                .onBackpressureBuffer()
                .take(count)
                .flatMap(number -> tally.measure(step.apply(number), begun + number * gap), 1024, 1)
                .blockLast();
        return tally.measurement(scenario, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Counts while it goes. */
    private static final class Tally {
        private final Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong errors = new AtomicLong();

        Mono<Boolean> measure(Mono<Boolean> step, long due) {
            return step.onErrorReturn(false).defaultIfEmpty(false).doOnNext(good -> {
                if (good) {
                    done.incrementAndGet();
                    latencies.recordValue(Math.clamp((System.nanoTime() - due) / 1000, 1, LONGEST_MICROS));
                } else {
                    errors.incrementAndGet();
                }
            });
        }

        Measurement measurement(String scenario, Duration lasted) {
            return new Measurement(scenario, done.get(), errors.get(), lasted, latencies);
        }
    }
}
