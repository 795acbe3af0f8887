package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.error.CannotStart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settles who takes the money; what is missing stops the start with a sentence that says which. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    @Bean
    PaymentCredentials paymentCredentials(PaymentSettings settings, ObjectProvider<SandboxSecrets> sandbox) {
        PaymentSettings.Provider provider = required(settings.provider(), "provider");
        return switch (provider) {
            case SANDBOX -> sandboxCredentials(settings, sandbox.getObject());
            case RAZORPAY ->
                throw new CannotStart(
                        "The payment provider razorpay is not part of this version; set c1rcle.payment.provider=sandbox.");
        };
    }

    @Bean
    PaymentSignatures paymentSignatures(PaymentCredentials credentials) {
        return new PaymentSignatures(credentials.keySecret(), credentials.webhookSecrets());
    }

    private static PaymentCredentials sandboxCredentials(PaymentSettings settings, SandboxSecrets secrets) {
        return new PaymentCredentials(
                "sandbox", secrets.keyId(), secrets.keySecret(), List.of(secrets.webhookSecret()), settings.currency());
    }

    private static <T> T required(@Nullable T setting, String name) {
        if (setting == null) {
            throw missing(name);
        }
        return setting;
    }

    private static CannotStart missing(String name) {
        return new CannotStart("The setting c1rcle.payment." + name + " is missing; nobody can pay without it.");
    }
}
