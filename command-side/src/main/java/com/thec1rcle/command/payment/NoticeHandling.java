package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.NoticeEvent.NoticeReceived;
import com.thec1rcle.kernel.payment.NoticeKind;
import com.thec1rcle.kernel.payment.RefundId;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an order what the gateway told of it. */
@Process
@ProcessingGroup(NoticeHandling.GROUP)
final class NoticeHandling {
    static final String GROUP = "process-gateway-notices";

    private static final Logger LOG = LoggerFactory.getLogger(NoticeHandling.class);
    private static final String NO_REASON = "The gateway gave no reason.";

    private final GatewayOrders gatewayOrders;
    private final OpenQuestions questions;
    private final PaidOrders paidOrders;
    private final Commands commands;

    NoticeHandling(GatewayOrders gatewayOrders, OpenQuestions questions, PaidOrders paidOrders, Commands commands) {
        this.gatewayOrders = gatewayOrders;
        this.questions = questions;
        this.paidOrders = paidOrders;
        this.commands = commands;
    }

    @EventHandler
    void on(NoticeReceived notice, @Timestamp Instant at) throws Refusal {
        String gatewayOrderId = notice.gatewayOrderId();
        String paymentId = notice.paymentId();
        Money amount = notice.amount();
        if (notice.kind() == NoticeKind.OTHER || paymentId == null || amount == null) {
            return;
        }
        Optional<OrderId> order = gatewayOrderId == null ? Optional.empty() : gatewayOrders.find(gatewayOrderId);
        if (gatewayOrderId == null || order.isEmpty()) {
            // The gateway's account may serve others too; what we opened is remembered before anybody can pay it.
            LOG.info("Notice {} is about no order of ours.", notice.noticeId());
            return;
        }
        if (notice.kind() == NoticeKind.PAYMENT_AUTHORIZED || notice.kind() == NoticeKind.REFUND_FAILED) {
            // One is to be captured, also if the guest never comes back; of the other only the gateway knows whether
            // the attempt that failed is the last one. Nobody waits for the gateway here.
            questions.raise(order.get(), at);
            return;
        }
        tell(order.get(), gatewayOrderId, paymentId, amount, notice);
    }

    private void tell(OrderId orderId, String gatewayOrderId, String paymentId, Money amount, NoticeReceived notice)
            throws Refusal {
        switch (notice.kind()) {
            case PAYMENT_CAPTURED -> paidOrders.settle(new RecordCapture(orderId, gatewayOrderId, paymentId, amount));
            case PAYMENT_FAILED ->
                commands.ask(new RecordPaymentFailure(orderId, gatewayOrderId, paymentId, reason(notice)));
            case REFUND_PROCESSED -> tellOfRefund(orderId, refundOf(orderId, paymentId, notice), amount, notice);
            case PAYMENT_AUTHORIZED, REFUND_FAILED, OTHER -> {
                // Nothing that an order must know.
            }
        }
    }

    /** What was given back by hand may be less than what is to go back, and then nothing is concluded from it. */
    private void tellOfRefund(OrderId orderId, RefundId refundId, Money amount, NoticeReceived notice) throws Refusal {
        try {
            commands.ask(new RecordRefund(orderId, refundId, refundReference(notice), amount));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.PAYMENT_MISMATCH) {
                throw refusal;
            }
            LOG.warn(
                    "Notice {} of the gateway's refund {} of order {} completes nothing: {}",
                    notice.noticeId(),
                    refundReference(notice),
                    orderId,
                    refusal.getMessage());
        }
    }

    private static RefundId refundOf(OrderId orderId, String paymentId, NoticeReceived notice) {
        RefundId refundId = notice.refundId();
        return refundId != null ? refundId : RefundId.of(orderId, paymentId);
    }

    private static String refundReference(NoticeReceived notice) {
        return or(notice.gatewayRefundId(), "unknown");
    }

    private static String reason(NoticeReceived notice) {
        return or(notice.reason(), NO_REASON);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text != null ? text : otherwise;
    }
}
