package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has money given back by {@link PaymentReconciliation}, many orders at a time, and tries again, ever more patiently,
 * what failed.
 */
@Process
@ProcessingGroup(RefundExecution.GROUP)
final class RefundExecution {
    static final String GROUP = "process-refund-execution";

    private static final Logger LOG = LoggerFactory.getLogger(RefundExecution.class);
    private static final int LONGEST_DOUBLING = 10;

    private final OpenQuestions questions;
    private final Timers timers;
    private final PaymentSettings settings;

    RefundExecution(OpenQuestions questions, Timers timers, PaymentSettings settings) {
        this.questions = questions;
        this.timers = timers;
        this.settings = settings;
    }

    @EventHandler
    void on(RefundRequested event, @Timestamp Instant at) {
        questions.raise(event.orderId(), at);
    }

    @EventHandler
    void on(RefundRetried event, @Timestamp Instant at) {
        questions.raise(event.orderId(), at);
    }

    @EventHandler
    void on(RefundFailed event, @Timestamp Instant at) {
        if (event.attempt() >= settings.refundAttempts()) {
            LOG.error("Refund {} failed {} times and needs a person.", event.refundId(), event.attempt());
            return;
        }
        timers.set(
                "refund-retry:" + event.refundId(),
                at.plus(waitAfter(event.attempt())),
                new RetryRefund(event.orderId(), event.refundId()));
    }

    private Duration waitAfter(int attempt) {
        return settings.refundRetry().multipliedBy(1L << Math.min(attempt - 1, LONGEST_DOUBLING));
    }
}
