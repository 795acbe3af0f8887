package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.error.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What is missing stops the start with a sentence that says which; secrets are never said. */
class PaymentConfigurationTest {
    private static final String[] COMPLETE = {
        "c1rcle.payment.provider=razorpay",
        "c1rcle.payment.key-id=rzp_live_1",
        "c1rcle.payment.key-secret=very secret",
        "c1rcle.payment.webhook-secrets[0]=new secret",
        "c1rcle.payment.webhook-secrets[1]=old secret"
    };

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Wiring.class);

    @EnableConfigurationProperties({PaymentSettings.class, GatewaySettings.class})
    @Import(PaymentConfiguration.class)
    static class Wiring {
        @Bean
        SandboxSecrets sandboxSecrets() {
            return new SandboxSecrets("sandbox_1", "secret", "hook");
        }
    }

    @Test
    void razorpayIsChosenByItsKeys() {
        runner.withPropertyValues(COMPLETE).run(context -> {
            PaymentCredentials credentials = context.getBean(PaymentCredentials.class);
            assertThat(credentials.provider()).isEqualTo("razorpay");
            assertThat(credentials.keyId()).isEqualTo("rzp_live_1");
            assertThat(credentials.webhookSecrets()).containsExactly("new secret", "old secret");
            assertThat(credentials.toString() + context.getBean(PaymentSettings.class))
                    .doesNotContain("secret");
        });
    }

    @Test
    void theSandboxNeedsNoKeys() {
        runner.withPropertyValues("c1rcle.payment.provider=sandbox")
                .run(context -> assertThat(
                                context.getBean(PaymentCredentials.class).keyId())
                        .isEqualTo("sandbox_1"));
    }

    @ParameterizedTest
    @CsvSource({"provider", "key-id", "key-secret", "webhook-secrets[0]"})
    void whatIsMissingIsNamed(String missing) {
        String setting = missing.replace("[0]", "");
        runner.withPropertyValues(COMPLETE)
                .withPropertyValues("c1rcle.payment." + missing + "=")
                .withPropertyValues(missing.equals(setting) ? "unrelated=1" : "c1rcle.payment.webhook-secrets[1]=")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessage(
                                "The setting c1rcle.payment." + setting + " is missing; nobody can pay without it."));
    }

    @ParameterizedTest
    @CsvSource({"http://api.razorpay.com", "ftp://127.0.0.1", "nowhere"})
    void keysNeverLeaveTheMachineInClear(String url) {
        runner.withPropertyValues(COMPLETE)
                .withPropertyValues("c1rcle.payment.gateway.base-url=" + url)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("must begin with https://"));
    }
}
