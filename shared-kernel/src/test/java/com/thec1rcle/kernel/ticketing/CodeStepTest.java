package com.thec1rcle.kernel.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CodeStepTest {
    private static final Instant BEGIN = Instant.parse("2026-12-04T18:00:00Z");
    private static final CodeStep STEP = CodeStep.at(BEGIN);

    @Test
    void aStepIsHalfAMinute() {
        assertThat(CodeStep.at(BEGIN.plusSeconds(29))).isEqualTo(STEP);
        assertThat(CodeStep.at(BEGIN.plusSeconds(30)).number()).isEqualTo(STEP.number() + 1);
        assertThat(CodeStep.endOf(BEGIN.plusMillis(1))).isEqualTo(BEGIN.plusSeconds(30));
    }

    @Test
    void oneStepOfGraceOnEitherSide() {
        assertThat(STEP.isFresh(BEGIN.minusSeconds(31))).isFalse();
        assertThat(STEP.isFresh(BEGIN.minusSeconds(30))).isTrue();
        assertThat(STEP.isFresh(BEGIN)).isTrue();
        assertThat(STEP.isFresh(BEGIN.plusSeconds(59))).isTrue();
        assertThat(STEP.isFresh(BEGIN.plusSeconds(60))).isFalse();
    }

    @Test
    void theCountComesRoundWithoutGap() {
        Instant last = Instant.ofEpochSecond(30L * ((1 << 24) - 1));
        assertThat(CodeStep.at(last).isFresh(last.plusSeconds(30))).isTrue();
        assertThat(CodeStep.at(last.plusSeconds(30))).isEqualTo(new CodeStep(0));
        assertThat(new CodeStep(0).isFresh(last)).isTrue();
        assertThat(new CodeStep(0).isFresh(Instant.EPOCH.minusSeconds(1))).isTrue();
    }
}
