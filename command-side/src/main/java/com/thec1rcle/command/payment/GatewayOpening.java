package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import org.springframework.stereotype.Component;

/** Opens the gateway's order for an order of ours. */
@Component
final class GatewayOpening {
    private final PaymentGateway gateway;
    private final GatewayOrders gatewayOrders;
    private final PaymentCredentials credentials;
    private final Commands commands;

    GatewayOpening(
            PaymentGateway gateway, GatewayOrders gatewayOrders, PaymentCredentials credentials, Commands commands) {
        this.gateway = gateway;
        this.gatewayOrders = gatewayOrders;
        this.credentials = credentials;
        this.commands = commands;
    }

    /** The name of the errand that beginning to pay is. */
    static String errand(OrderId orderId) {
        return "payment-opening:" + orderId;
    }

    CheckoutOrder open(OrderId orderId, Money amount, boolean again) throws Refusal {
        String gatewayOrderId = gateway.openOrder(orderId, amount, again);
        // Remembered before anybody can pay, so that no notice of a payment comes too early to be understood.
        gatewayOrders.remember(gatewayOrderId, orderId);
        return commands.require(
                new RecordGatewayOrder(orderId, credentials.provider(), gatewayOrderId, credentials.keyId()));
    }
}
