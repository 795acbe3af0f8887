package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;

/**
 * Who takes the guests' money. Every call answers within a limit of time or throws {@link GatewayUnavailable}, and may
 * be repeated: the same order, payment or key has the same effect once.
 */
public interface PaymentGateway {
    /** Opens the gateway's order for an order of ours; answers its id, the same one whenever it is asked again. */
    String openOrder(OrderId orderId, Money amount);

    /** Takes the money of a payment that the guest has authorised; taken before is taken. */
    Capture capture(String gatewayOrderId, String paymentId, Money amount);

    /** Gives money back, under the idempotency key of the request. */
    Refund refund(RefundRequest request);

    /** What became of a capture. */
    sealed interface Capture {
        /** The money is there. */
        record Taken(Money amount) implements Capture {}

        /** The gateway says for good that this payment brings nothing; a notice may still say otherwise later. */
        record Failed(String reason) implements Capture {}
    }

    /** What became of a refund. */
    sealed interface Refund {
        /** The money is on its way for good. */
        record Done(String gatewayRefundId) implements Refund {}

        /** The gateway has it in hand, and a notice will tell. */
        record Pending(String gatewayRefundId) implements Refund {}

        /** The gateway will not do it under this key. */
        record Failed(String reason) implements Refund {}
    }
}
