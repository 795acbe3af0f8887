package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who takes the guests' money. Every call answers within a limit of time or throws {@link GatewayUnavailable}, and may
 * be repeated: the same order, payment or key has the same effect once. What the gateway refuses for good is
 * {@link GatewayRefused}, unless the answer has a place for it.
 */
public interface PaymentGateway {
    /** Qualifies the adapter of the provider; everybody else gets the one that guards it. */
    String ADAPTER = "gateway-adapter";

    /**
     * Opens the gateway's order for an order of ours; answers its id.
     *
     * @param again whether it may have been opened before: then that one is looked for first
     */
    String openOrder(OrderId orderId, Money amount, boolean again);

    /** Takes the money of a payment that the guest has authorised; taken before is taken. */
    Capture capture(String gatewayOrderId, String paymentId, Money amount);

    /** What guests have paid, or tried to, for a gateway order. */
    List<Payment> paymentsOf(String gatewayOrderId);

    /** Gives money back, under the idempotency key of the request. */
    Refund refund(RefundRequest request);

    /** What became of a refund that may have been asked for before; nothing if the gateway has not heard of it. */
    Optional<Refund> findRefund(RefundRequest request);

    /** What became of a capture. */
    sealed interface Capture {
        /** The money is there. */
        record Taken(Money amount) implements Capture {}

        /** The gateway says for good that this payment brings nothing; a notice may still say otherwise later. */
        record Failed(String reason) implements Capture {}
    }

    /**
     * One payment as the gateway has it.
     *
     * @param reason why it failed, if it did
     */
    record Payment(
            String paymentId,
            State state,
            Money amount,
            @Nullable String reason) {
        /** How far it has come; a failed one may still be authorised later. */
        public enum State {
            CREATED,
            AUTHORIZED,
            CAPTURED,
            REFUNDED,
            FAILED
        }
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
