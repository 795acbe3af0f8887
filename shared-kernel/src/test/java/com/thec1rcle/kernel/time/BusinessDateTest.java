package com.thec1rcle.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessDateTest {
    private static final ZoneId MUMBAI = ZoneId.of("Asia/Kolkata");
    private static final LocalTime SIX = LocalTime.of(6, 0);

    @Test
    void aNightBelongsToTheDateOnWhichItStarts() {
        assertThat(dateAt("2026-12-04T15:30:00Z")).isEqualTo("2026-12-04"); // 21:00 in Mumbai
        assertThat(dateAt("2026-12-04T22:30:00Z")).isEqualTo("2026-12-04"); // 04:00 of the next morning
    }

    @Test
    void theNextDateBeginsAtTheCutOver() {
        assertThat(dateAt("2026-12-05T00:29:59Z")).isEqualTo("2026-12-04"); // 05:59:59
        assertThat(dateAt("2026-12-05T00:30:00Z")).isEqualTo("2026-12-05"); // 06:00:00
    }

    @Test
    void aNightCrossesTheYear() {
        assertThat(dateAt("2026-12-31T20:00:00Z")).isEqualTo("2026-12-31"); // 01:30 on New Year's Day
    }

    private static LocalDate dateAt(String instant) {
        return BusinessDate.of(Instant.parse(instant), MUMBAI, SIX).value();
    }
}
