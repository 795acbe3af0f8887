package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.DescribePayment;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.PaymentState;
import com.thec1rcle.kernel.payment.PaymentState.OpenRefund;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does whatever is left to be done between one order and the gateway; asks the order first, so doing it twice is cheap. */
@Component
class PaymentSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentSettlement.class);
    private static final String NO_REASON = "The gateway gave no reason.";

    private final PaymentGateway gateway;
    private final GatewayOpening opening;
    private final Captures captures;
    private final PaidOrders paidOrders;
    private final Errands errands;
    private final Commands commands;

    PaymentSettlement(
            PaymentGateway gateway,
            GatewayOpening opening,
            Captures captures,
            PaidOrders paidOrders,
            Errands errands,
            Commands commands) {
        this.gateway = gateway;
        this.opening = opening;
        this.captures = captures;
        this.paidOrders = paidOrders;
        this.errands = errands;
        this.commands = commands;
    }

    /**
     * Answers what the order knows of its money afterwards.
     *
     * @param again whether this was tried before, so that the gateway may have done what it did not answer
     */
    PaymentState settle(OrderId orderId, boolean again) throws Refusal {
        PaymentState state = describe(orderId);
        if (state.isToBeOpened()) {
            open(orderId);
            state = describe(orderId);
        }
        String gatewayOrderId = state.gatewayOrderId();
        if (gatewayOrderId != null) {
            for (String paymentId : state.proven()) {
                capture(orderId, gatewayOrderId, paymentId, state.total());
            }
            if (state.mayBePaid()) {
                lookForPayments(orderId, gatewayOrderId, state);
            }
        }
        for (OpenRefund refund : describe(orderId).refunds()) {
            if (!refund.failed()) {
                giveBack(orderId, refund, again);
            }
        }
        return describe(orderId);
    }

    private PaymentState describe(OrderId orderId) throws Refusal {
        return commands.require(new DescribePayment(orderId));
    }

    /** After a guest's own request that may be under way: then nothing is left to be opened. */
    private void open(OrderId orderId) throws Refusal {
        errands.run(GatewayOpening.errand(orderId), () -> {
            PaymentState now = describe(orderId);
            return now.isToBeOpened() ? opening.open(orderId, now.total(), true) : now;
        });
    }

    private void capture(OrderId orderId, String gatewayOrderId, String paymentId, Money amount) throws Refusal {
        errands.run(
                Captures.errand(orderId, paymentId),
                () -> captures.capture(orderId, gatewayOrderId, paymentId, amount));
    }

    private void lookForPayments(OrderId orderId, String gatewayOrderId, PaymentState state) throws Refusal {
        for (PaymentGateway.Payment payment : gateway.paymentsOf(gatewayOrderId)) {
            switch (payment.state()) {
                case CAPTURED ->
                    paidOrders.settle(
                            new RecordCapture(orderId, gatewayOrderId, payment.paymentId(), payment.amount()));
                case AUTHORIZED -> captureIfWanted(orderId, gatewayOrderId, payment, state);
                case FAILED ->
                    commands.ask(new RecordPaymentFailure(
                            orderId, gatewayOrderId, payment.paymentId(), reason(payment.reason())));
                case CREATED, REFUNDED -> {
                    // Nothing of it is ours: it may still come, or went back before it came.
                }
            }
        }
    }

    /** What is not captured goes back by itself, at the gateway. */
    private void captureIfWanted(
            OrderId orderId, String gatewayOrderId, PaymentGateway.Payment payment, PaymentState state) throws Refusal {
        if (state.status() == OrderStatus.CANCELLED || !payment.amount().equals(state.total())) {
            LOG.warn("Payment {} of {} is not wanted, and not captured.", payment.paymentId(), orderId);
        } else {
            capture(orderId, gatewayOrderId, payment.paymentId(), state.total());
        }
    }

    private void giveBack(OrderId orderId, OpenRefund refund, boolean again) throws Refusal {
        RefundRequest request =
                new RefundRequest(orderId, refund.refundId(), refund.paymentId(), refund.amount(), refund.attempt());
        Optional<PaymentGateway.Refund> before = again ? gateway.findRefund(request) : Optional.empty();
        switch (before.orElseGet(() -> gateway.refund(request))) {
            case PaymentGateway.Refund.Done done ->
                commands.ask(new RecordRefund(orderId, refund.refundId(), done.gatewayRefundId(), refund.amount()));
            case PaymentGateway.Refund.Pending pending ->
                LOG.info("Refund {} is still in the gateway's hands.", refund.refundId());
            case PaymentGateway.Refund.Failed failed ->
                commands.ask(new RecordRefundFailure(orderId, refund.refundId(), refund.attempt(), failed.reason()));
        }
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? NO_REASON : reason;
    }
}
