package com.thec1rcle.command.payment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who takes the money, and with which credentials.
 *
 * @param provider must be named; the sandbox takes nobody's money
 * @param keyId public key id at the gateway; the sandbox has its own
 * @param keySecret signs proofs of payment; the sandbox has its own
 * @param webhookSecrets sign notices, the newest first; older ones stay valid while notices of before are repeated
 * @param refundRetry wait before a refund that failed is tried again; doubled each time
 * @param refundAttempts after so many the refund stays failed, and is shown so
 */
@ConfigurationProperties("c1rcle.payment")
record PaymentSettings(
        @Nullable Provider provider,
        @Nullable String keyId,
        @Nullable String keySecret,
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue("INR") String currency,
        @DefaultValue("PT15M") Duration refundRetry,
        @DefaultValue("8") int refundAttempts) {

    PaymentSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** The gateways this system knows. */
    enum Provider {
        SANDBOX,
        RAZORPAY
    }

    /** Says nothing of secrets. */
    @Override
    public String toString() {
        return "PaymentSettings[" + provider + "]";
    }
}
