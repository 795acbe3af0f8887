package com.thec1rcle.kernel.payment;

import org.axonframework.commandhandling.RoutingKey;

/** What one may ask of the sandbox gateway, in place of a checkout window. */
public sealed interface SandboxCommand {

    /** Plays the checkout; answers a SandboxPayment. */
    record PlayCheckout(@RoutingKey String gatewayOrderId, boolean success) implements SandboxCommand {}
}
