package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
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

/** Gives money back at the gateway, and tries again, ever more patiently, what failed. */
@Process
@ProcessingGroup(RefundExecution.GROUP)
final class RefundExecution {
    static final String GROUP = "process-refund-execution";

    private static final Logger LOG = LoggerFactory.getLogger(RefundExecution.class);
    private static final int LONGEST_DOUBLING = 10;

    private final PaymentGateway gateway;
    private final Commands commands;
    private final Timers timers;
    private final PaymentSettings settings;

    RefundExecution(PaymentGateway gateway, Commands commands, Timers timers, PaymentSettings settings) {
        this.gateway = gateway;
        this.commands = commands;
        this.timers = timers;
        this.settings = settings;
    }

    @EventHandler
    void on(RefundRequested event) throws Refusal {
        execute(new RefundRequest(event.orderId(), event.refundId(), event.paymentId(), event.amount(), 1));
    }

    @EventHandler
    void on(RefundRetried event) throws Refusal {
        execute(new RefundRequest(
                event.orderId(), event.refundId(), event.paymentId(), event.amount(), event.attempt()));
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

    private void execute(RefundRequest request) throws Refusal {
        switch (gateway.refund(request)) {
            case PaymentGateway.Refund.Done done ->
                commands.ask(new RecordRefund(request.orderId(), request.refundId(), done.gatewayRefundId()));
            case PaymentGateway.Refund.Pending pending ->
                LOG.info("Refund {} is in the gateway's hands.", request.refundId());
            case PaymentGateway.Refund.Failed failed ->
                commands.ask(new RecordRefundFailure(request.orderId(), request.refundId(), failed.reason()));
        }
    }

    private Duration waitAfter(int attempt) {
        return settings.refundRetry().multipliedBy(1L << Math.min(attempt - 1, LONGEST_DOUBLING));
    }
}
