package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Opens the gateway's order when a guest wants to pay. */
@Process
@ProcessingGroup(PaymentInitiation.GROUP)
final class PaymentInitiation {
    static final String GROUP = "process-payment-initiation";

    private final PaymentGateway gateway;
    private final GatewayOrders gatewayOrders;
    private final PaymentCredentials credentials;
    private final Commands commands;

    PaymentInitiation(
            PaymentGateway gateway, GatewayOrders gatewayOrders, PaymentCredentials credentials, Commands commands) {
        this.gateway = gateway;
        this.gatewayOrders = gatewayOrders;
        this.credentials = credentials;
        this.commands = commands;
    }

    @EventHandler
    void on(PaymentRequested event) throws Refusal {
        String gatewayOrderId = gateway.openOrder(event.orderId(), event.amount());
        // Remembered before anybody can pay, so that no notice of a payment comes too early to be understood.
        gatewayOrders.remember(gatewayOrderId, event.orderId());
        commands.ask(
                new RecordGatewayOrder(event.orderId(), credentials.provider(), gatewayOrderId, credentials.keyId()));
    }
}
