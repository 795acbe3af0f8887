package com.thec1rcle.kernel.payment;

/** Who takes the money, and the public key that a checkout window names. */
public record PaymentProvider(String provider, String keyId, String currency) {}
