package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.PacedReads.Pace;
import org.junit.jupiter.api.Test;

class PacedReadsTest {
    private static final long PAUSE = Pace.PAUSE_NANOS;

    @Test
    void theFirstEventAfterASilenceIsReadAtOnce() {
        Pace pace = new Pace(100);
        assertThat(pace.pauseNanos(100)).isZero();
        pace.found(200);
        assertThat(pace.pauseNanos(200 + PAUSE)).isZero();
        assertThat(pace.pauseNanos(200 + 5 * PAUSE)).isZero();
    }

    @Test
    void eventsInQuickSuccessionGather() {
        Pace pace = new Pace(0);
        pace.found(1_000);
        assertThat(pace.pauseNanos(1_000)).isEqualTo(PAUSE);
        assertThat(pace.pauseNanos(1_000 + PAUSE / 4)).isEqualTo(PAUSE - PAUSE / 4);
        pace.found(1_000 + PAUSE / 2);
        assertThat(pace.pauseNanos(1_000 + PAUSE)).isEqualTo(PAUSE / 2);
    }

    @Test
    void aClockThatOverflowsDisturbsNobody() {
        Pace pace = new Pace(Long.MAX_VALUE - 1);
        pace.found(Long.MAX_VALUE);
        assertThat(pace.pauseNanos(Long.MAX_VALUE + 1)).isEqualTo(PAUSE - 1);
    }
}
