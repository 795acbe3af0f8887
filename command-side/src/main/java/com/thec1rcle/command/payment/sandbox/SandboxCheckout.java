package com.thec1rcle.command.payment.sandbox;

import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.kernel.payment.SandboxCommand.PlayCheckout;
import com.thec1rcle.kernel.payment.SandboxPayment;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Plays the checkout window: hands out a payment and its proof; a payment played as a failure fails at capture. */
@Conversation
@ConditionalOnProperty(name = "c1rcle.payment.provider", havingValue = "sandbox")
final class SandboxCheckout {
    private final SandboxPaymentGateway gateway;
    private final PaymentSignatures signatures;

    SandboxCheckout(SandboxPaymentGateway gateway, PaymentSignatures signatures) {
        this.gateway = gateway;
        this.signatures = signatures;
    }

    @CommandHandler
    SandboxPayment handle(PlayCheckout command) {
        gateway.play(command.gatewayOrderId(), command.success());
        String paymentId = SandboxIds.payment(command.gatewayOrderId(), command.success());
        return new SandboxPayment(
                command.gatewayOrderId(), paymentId, signatures.ofPayment(command.gatewayOrderId(), paymentId));
    }
}
