package com.thec1rcle.command.payment;

import java.util.List;

/** Who takes the money, and what its signatures are made with. */
public record PaymentCredentials(
        String provider, String keyId, String keySecret, List<String> webhookSecrets, String currency) {
    public PaymentCredentials {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** Says nothing of secrets. */
    @Override
    public String toString() {
        return "PaymentCredentials[" + provider + ", " + keyId + "]";
    }
}
