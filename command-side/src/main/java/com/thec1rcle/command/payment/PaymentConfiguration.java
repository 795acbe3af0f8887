package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.error.CannotStart;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settles who takes the money; what is missing stops the start with a sentence that says which. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    @Bean
    PaymentCredentials paymentCredentials(
            PaymentSettings settings, GatewaySettings gateway, ObjectProvider<SandboxSecrets> sandbox) {
        PaymentSettings.Provider provider = settings.provider();
        if (provider == null) {
            throw missing("provider");
        }
        return switch (provider) {
            case SANDBOX -> sandboxCredentials(settings, sandbox.getObject());
            case RAZORPAY -> razorpayCredentials(settings, gateway);
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

    private static PaymentCredentials razorpayCredentials(PaymentSettings settings, GatewaySettings gateway) {
        requireConfidential(gateway.baseUrl());
        return new PaymentCredentials(
                "razorpay",
                required(settings.keyId(), "key-id"),
                required(settings.keySecret(), "key-secret"),
                requiredSecrets(settings.webhookSecrets()),
                settings.currency());
    }

    private static String required(@Nullable String setting, String name) {
        if (setting == null || setting.isBlank()) {
            throw missing(name);
        }
        return setting.strip();
    }

    private static List<String> requiredSecrets(List<String> secrets) {
        List<String> named = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (named.isEmpty()) {
            throw missing("webhook-secrets");
        }
        return named;
    }

    /** Keys leave this machine over TLS or not at all. */
    private static void requireConfidential(URI baseUrl) {
        boolean confidential = "https".equals(baseUrl.getScheme());
        boolean here = "http".equals(baseUrl.getScheme()) && THIS_MACHINE.contains(baseUrl.getHost());
        if (baseUrl.getHost() == null || !(confidential || here)) {
            throw new CannotStart("The setting c1rcle.payment.gateway.base-url must begin with https://.");
        }
    }

    private static CannotStart missing(String name) {
        return new CannotStart("The setting c1rcle.payment." + name + " is missing; nobody can pay without it.");
    }
}
