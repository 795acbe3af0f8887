package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.payment.DescribeGateway;
import com.thec1rcle.kernel.payment.PaymentProvider;
import org.axonframework.commandhandling.CommandHandler;

/** Tells clients who takes the money; nothing secret. */
@Conversation
final class PaymentDesk {
    private final PaymentCredentials credentials;

    PaymentDesk(PaymentCredentials credentials) {
        this.credentials = credentials;
    }

    @CommandHandler
    PaymentProvider handle(DescribeGateway command) {
        return new PaymentProvider(credentials.provider(), credentials.keyId(), credentials.currency());
    }
}
