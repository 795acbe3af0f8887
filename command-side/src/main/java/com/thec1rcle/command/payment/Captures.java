package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import org.springframework.stereotype.Component;

/** Takes authorised money at the gateway, tells the order what became of it, and has it fulfilled. */
@Component
final class Captures {
    private final PaymentGateway gateway;
    private final PaidOrders paidOrders;
    private final Commands commands;

    Captures(PaymentGateway gateway, PaidOrders paidOrders, Commands commands) {
        this.gateway = gateway;
        this.paidOrders = paidOrders;
        this.commands = commands;
    }

    /** The name of the errand that a proof of payment is. */
    static String errand(OrderId orderId, String paymentId) {
        return "payment-capture:" + orderId + ":" + paymentId;
    }

    /** Answers where the order stands afterwards. */
    OrderStatus capture(OrderId orderId, String gatewayOrderId, String paymentId, Money amount) throws Refusal {
        return switch (gateway.capture(gatewayOrderId, paymentId, amount)) {
            case PaymentGateway.Capture.Taken taken ->
                paidOrders.settle(new RecordCapture(orderId, gatewayOrderId, paymentId, taken.amount()));
            case PaymentGateway.Capture.Failed failed -> {
                commands.ask(new RecordPaymentFailure(orderId, gatewayOrderId, paymentId, failed.reason()));
                yield commands.require(new DescribeOrder(orderId));
            }
        };
    }
}
