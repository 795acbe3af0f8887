package com.thec1rcle.command.payment;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks as Razorpay does: hex HMAC-SHA256, of {@code order_id|payment_id} and of a notice's raw body. */
public final class PaymentSignatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec paymentKey;
    private final List<SecretKeySpec> webhookKeys;

    /** @param webhookSecrets any of them may have signed a notice */
    public PaymentSignatures(String keySecret, List<String> webhookSecrets) {
        this.paymentKey = specOf(keySecret);
        this.webhookKeys =
                webhookSecrets.stream().map(PaymentSignatures::specOf).toList();
    }

    /** Whether the signature proves that the gateway took this payment for this gateway order. */
    public boolean provesPayment(String gatewayOrderId, String paymentId, String signature) {
        return same(ofPayment(gatewayOrderId, paymentId), signature);
    }

    /** Whether the gateway wrote this notice. */
    public boolean provesNotice(String rawBody, String signature) {
        boolean proven = false;
        for (SecretKeySpec key : webhookKeys) {
            proven |= same(hmac(key, rawBody), signature);
        }
        return proven;
    }

    /** The signature that the gateway's checkout hands to the guest. */
    public String ofPayment(String gatewayOrderId, String paymentId) {
        return hmac(paymentKey, gatewayOrderId + "|" + paymentId);
    }

    /** In constant time, so that a wrong signature teaches nothing about the right one. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", missing);
        }
    }

    private static SecretKeySpec specOf(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }
}
