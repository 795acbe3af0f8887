package com.thec1rcle.api.benchmark;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What one scenario came to.
 *
 * @param errors answers other than the one that was hoped for; they count neither as done nor in the latencies
 * @param latencies of what succeeded, in microseconds
 */
record Measurement(String scenario, long done, long errors, Duration lasted, Histogram latencies) {
    double perSecond() {
        return done / (lasted.toNanos() / 1e9);
    }

    double p50Millis() {
        return latencies.getValueAtPercentile(50) / 1000.0;
    }

    double p99Millis() {
        return latencies.getValueAtPercentile(99) / 1000.0;
    }

    /** A row of the report; the ratio is to the store's own single-row commits in the same run. */
    String row(Measurement store, String target) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %.3f | %.1f | %.1f | %d |",
                scenario,
                perSecond(),
                target,
                perSecond() / store.perSecond(),
                p50Millis(),
                p99Millis(),
                errors);
    }
}
