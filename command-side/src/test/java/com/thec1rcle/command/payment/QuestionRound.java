package com.thec1rcle.command.payment;

import com.thec1rcle.command.payment.OpenQuestions.Question;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.payment.PaymentState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.BeanFactory;

/** Asks the gateway about all that is open now, as reconciliation does, when a test lets it and on the test's thread. */
public final class QuestionRound {
    private static final int MOST = 100;
    private static final Duration LATER = Duration.ofMinutes(5);

    private final OpenQuestions questions;
    private final PaymentSettlement settlement;
    private final Clock clock;

    public QuestionRound(BeanFactory beans) {
        questions = beans.getBean(OpenQuestions.class);
        settlement = beans.getBean(PaymentSettlement.class);
        clock = beans.getBean(Clock.class);
    }

    /** Whoever is unsettled after it is asked about again a little later. */
    public void ask() throws Refusal {
        Instant until = clock.instant().plus(LATER);
        for (Question question : questions.due(MOST)) {
            if (questions.claim(question, until) && isSettled(question)) {
                questions.close(question, until);
            }
        }
    }

    /** How many are still to be asked about. */
    public long open() {
        return questions.count();
    }

    private boolean isSettled(Question question) throws Refusal {
        try {
            PaymentState state = settlement.settle(question.orderId(), question.looks() > 0);
            return !state.isToBeOpened()
                    && state.proven().isEmpty()
                    && state.refunds().stream().allMatch(PaymentState.OpenRefund::failed);
        } catch (GatewayUnavailable unavailable) {
            return false;
        }
    }
}
