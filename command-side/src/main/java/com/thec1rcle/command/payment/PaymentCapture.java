package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Takes the money once the guest has proved the payment. */
@Process
@ProcessingGroup(PaymentCapture.GROUP)
final class PaymentCapture {
    static final String GROUP = "process-payment-capture";

    private final Captures captures;

    PaymentCapture(Captures captures) {
        this.captures = captures;
    }

    @EventHandler
    void on(PaymentVerified event) throws Refusal {
        captures.capture(event.orderId(), event.gatewayOrderId(), event.paymentId(), event.amount());
    }
}
