package com.thec1rcle.kernel.payment;

/** What the sandbox's checkout window hands to the client, signed as the real one signs. */
public record SandboxPayment(String gatewayOrderId, String paymentId, String signature) {}
