package com.thec1rcle.command.payment.sandbox;

import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes play money; keeps nothing, because every id of it follows from the order's. */
@Component
@ConditionalOnProperty(name = "c1rcle.payment.provider", havingValue = "sandbox")
final class SandboxPaymentGateway implements PaymentGateway {
    @Override
    public String openOrder(OrderId orderId, Money amount) {
        return SandboxIds.gatewayOrder(orderId);
    }

    @Override
    public Capture capture(String gatewayOrderId, String paymentId, Money amount) {
        return SandboxIds.payment(gatewayOrderId, true).equals(paymentId)
                ? new Capture.Taken(amount)
                : new Capture.Failed("The sandbox was asked to play a failure.");
    }

    @Override
    public Refund refund(RefundRequest request) {
        return new Refund.Done(SandboxIds.refund(request.idempotencyKey()));
    }
}
