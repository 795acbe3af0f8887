package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentSignaturesTest {
    private static final PaymentSignatures SIGNATURES = new PaymentSignatures("key-secret", List.of("new", "old"));

    @Test
    void aPaymentIsSignedAsRazorpaySigns() {
        // printf 'order_1|pay_1' | openssl dgst -sha256 -hmac key-secret
        assertThat(SIGNATURES.ofPayment("order_1", "pay_1"))
                .isEqualTo("5e0781daf9ca49ca8bcdbe2023ee024d94ba973ed2534739a2970c200144e8cc");
    }

    @Test
    void onlyTheExactSignatureProvesAPayment() {
        String signature = SIGNATURES.ofPayment("order_1", "pay_1");
        assertThat(SIGNATURES.provesPayment("order_1", "pay_1", signature)).isTrue();
        assertThat(SIGNATURES.provesPayment("order_1", "pay_2", signature)).isFalse();
        assertThat(SIGNATURES.provesPayment("order_1", "pay_1", signature.substring(0, 32)))
                .isFalse();
        assertThat(SIGNATURES.provesPayment("order_1", "pay_1", "")).isFalse();
        assertThat(new PaymentSignatures("other", List.of()).provesPayment("order_1", "pay_1", signature))
                .isFalse();
    }

    @Test
    void anyOfTheWebhookSecretsProvesANotice() {
        // printf '{"event":"x"}' | openssl dgst -sha256 -hmac new (and old)
        assertThat(SIGNATURES.provesNotice(
                        "{\"event\":\"x\"}", "6defee71c0480eff42efe30b502bf43b3f7fb6700cbf28d666531268e0e74b0f"))
                .isTrue();
        assertThat(SIGNATURES.provesNotice(
                        "{\"event\":\"x\"}", "d439c89bc44dfd9247a1f1b21982cf2a8ed885d24087a46a7f1589cc73028497"))
                .isTrue();
        assertThat(SIGNATURES.provesNotice(
                        "{\"event\": \"x\"}", "6defee71c0480eff42efe30b502bf43b3f7fb6700cbf28d666531268e0e74b0f"))
                .isFalse();
        assertThat(new PaymentSignatures("key-secret", List.of())
                        .provesNotice(
                                "{\"event\":\"x\"}",
                                "6defee71c0480eff42efe30b502bf43b3f7fb6700cbf28d666531268e0e74b0f"))
                .isFalse();
    }
}
