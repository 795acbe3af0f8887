package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderId;
import org.springframework.stereotype.Component;

/** Takes authorised money at the gateway and tells the order what became of it. */
@Component
final class Captures {
    private final PaymentGateway gateway;
    private final Commands commands;

    Captures(PaymentGateway gateway, Commands commands) {
        this.gateway = gateway;
        this.commands = commands;
    }

    void capture(OrderId orderId, String gatewayOrderId, String paymentId, Money amount) throws Refusal {
        switch (gateway.capture(gatewayOrderId, paymentId, amount)) {
            case PaymentGateway.Capture.Taken taken ->
                commands.ask(new RecordCapture(orderId, gatewayOrderId, paymentId, taken.amount()));
            case PaymentGateway.Capture.Failed failed ->
                commands.ask(new RecordPaymentFailure(orderId, gatewayOrderId, paymentId, failed.reason()));
        }
    }
}
