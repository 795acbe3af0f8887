package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.MovingClock;
import com.thec1rcle.command.payment.OpenQuestions.Question;
import com.thec1rcle.kernel.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final OrderId OTHER = new OrderId("order-2");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VaultInMemory vault = new VaultInMemory();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-12-04T12:00:00Z"));
    private final OpenQuestions questions = new OpenQuestions(vault.template(), clock);

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatIsNotedIsDueInItsTimeAndTheLongestOverdueFirst() {
        questions.note(ORDER, clock.instant().plus(MINUTE.multipliedBy(2)));
        questions.note(OTHER, clock.instant().plus(MINUTE));
        assertThat(questions.due(10)).isEmpty();
        clock.moveBy(MINUTE.multipliedBy(2));
        assertThat(questions.due(10)).extracting(Question::orderId).containsExactly(OTHER, ORDER);
        assertThat(questions.due(1)).hasSize(1);
        assertThat(questions.count()).isEqualTo(2);
    }

    @Test
    void notingTwiceIsNotingOnce() {
        questions.note(ORDER, clock.instant());
        questions.note(ORDER, clock.instant().plus(MINUTE));
        assertThat(questions.due(10)).hasSize(1);
    }

    @Test
    void raisingBringsItForwardAndWakesWhoeverAsks() {
        AtomicInteger woken = new AtomicInteger();
        questions.whenRaised(woken::incrementAndGet);
        questions.note(ORDER, clock.instant().plus(MINUTE));
        questions.raise(ORDER, clock.instant());
        questions.raise(OTHER, clock.instant());
        assertThat(questions.due(10)).extracting(Question::urgent).containsExactly(true, true);
        assertThat(woken).hasValue(2);
        questions.raise(ORDER, clock.instant().plus(MINUTE));
        assertThat(questions.due(10)).as("never later than it was").hasSize(2);
    }

    @Test
    void whatIsPaidIsDroppedUnlessItIsUrgent() {
        questions.note(ORDER, clock.instant());
        questions.raise(OTHER, clock.instant());
        questions.drop(ORDER);
        questions.drop(OTHER);
        assertThat(questions.due(10)).extracting(Question::orderId).containsExactly(OTHER);
    }

    @Test
    void onlyOneClaimsAndAClaimThatWasLostLapses() {
        questions.note(ORDER, clock.instant());
        Question question = questions.due(10).getFirst();
        assertThat(questions.claim(question, clock.instant().plus(MINUTE))).isTrue();
        assertThat(questions.claim(question, clock.instant().plus(MINUTE))).isFalse();
        assertThat(questions.due(10)).isEmpty();
        clock.moveBy(MINUTE);
        assertThat(questions.due(10)).hasSize(1);
    }

    @Test
    void whatWasRaisedWhileSomebodyLookedIsNeitherClosedNorPutOff() {
        questions.note(ORDER, clock.instant());
        Question question = questions.due(10).getFirst();
        var until = clock.instant().plus(MINUTE);
        questions.claim(question, until);
        questions.raise(ORDER, clock.instant());
        questions.close(question, until);
        questions.later(question, until, clock.instant().plus(MINUTE), 1);
        assertThat(questions.due(10)).singleElement().satisfies(open -> {
            assertThat(open.urgent()).isTrue();
            assertThat(open.looks()).isZero();
        });
    }

    @Test
    void whatIsSettledLeavesAndWhatIsNotComesBack() {
        questions.note(ORDER, clock.instant());
        Question question = questions.due(10).getFirst();
        var until = clock.instant().plus(MINUTE);
        questions.claim(question, until);
        questions.later(question, until, clock.instant().plusSeconds(5), 3);
        clock.moveBy(Duration.ofSeconds(5));
        Question again = questions.due(10).getFirst();
        assertThat(again.looks()).isEqualTo(3);
        assertThat(again.since()).isEqualTo(question.since());
        questions.claim(again, until);
        questions.close(again, until);
        assertThat(questions.count()).isZero();
    }
}
