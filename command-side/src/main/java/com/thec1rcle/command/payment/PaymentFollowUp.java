package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Sees to it that what a guest began at the checkout comes to an end, also if the answer was cut short or the guest
 * never came back. It calls nobody: what is open becomes a question that {@link PaymentReconciliation} follows.
 */
@Process
@ProcessingGroup(PaymentFollowUp.GROUP)
final class PaymentFollowUp {
    static final String GROUP = "process-payment-follow-up";

    /** Whoever answers the guest in another process is done by then. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Errands errands;
    private final OpenQuestions questions;
    private final ReconciliationSettings settings;

    PaymentFollowUp(Errands errands, OpenQuestions questions, ReconciliationSettings settings) {
        this.errands = errands;
        this.questions = questions;
        this.settings = settings;
    }

    @EventHandler
    void on(PaymentRequested event, @Timestamp Instant at) {
        seeTo(event.orderId(), GatewayOpening.errand(event.orderId()), at);
    }

    @EventHandler
    void on(PaymentVerified event, @Timestamp Instant at) {
        seeTo(event.orderId(), Captures.errand(event.orderId(), event.paymentId()), at);
    }

    /** From now on somebody may pay without our hearing of it. */
    @EventHandler
    void on(GatewayOrderOpened event, @Timestamp Instant at) {
        questions.note(event.orderId(), at.plus(settings.firstLook()));
    }

    @EventHandler
    void on(OrderConfirmed event) {
        questions.drop(event.orderId());
    }

    private void seeTo(OrderId orderId, String errand, Instant at) {
        switch (errands.fateOf(errand, at)) {
            case DONE -> {
                // As a rule: the guest was answered.
            }
            case FAILED -> questions.raise(orderId, at);
            case UNKNOWN -> questions.raise(orderId, at.plus(GRACE));
        }
    }
}
