package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.order.OrderId;
import org.axonframework.commandhandling.RoutingKey;

/** What a guest asks of the checkout, and is answered when it is done. */
public sealed interface CheckoutCommand {
    @RoutingKey
    OrderId orderId();

    /**
     * Opens the gateway's order, or recalls it; answers a CheckoutOrder. Refused with GATEWAY_UNAVAILABLE while the
     * gateway does not answer, and then it is opened later all the same.
     */
    record BeginPayment(OrderId orderId) implements CheckoutCommand {}

    /**
     * The guest's proof of payment: verified, captured and fulfilled; answers an OrderStatus. The answer is
     * PENDING_PAYMENT if the gateway does not answer now; the proof stands, and what follows from it is done later.
     */
    record ProvePayment(OrderId orderId, String gatewayOrderId, String paymentId, String signature)
            implements CheckoutCommand {}
}
