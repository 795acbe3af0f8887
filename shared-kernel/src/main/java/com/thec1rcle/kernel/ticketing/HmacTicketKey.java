package com.thec1rcle.kernel.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret: HMAC-SHA256, in full. Whoever can verify can also sign. */
record HmacTicketKey(SecretKeySpec secret) implements TicketKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final int MIN_SECRET_BYTES = 32;

    static HmacTicketKey of(String keyId, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("The secret of ticket key " + keyId + " is shorter than 32 bytes.");
        }
        return new HmacTicketKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    @Override
    public int signatureBytes() {
        return SIGNATURE_BYTES;
    }

    @Override
    public boolean signs() {
        return true;
    }

    @Override
    public byte[] sign(byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", missing);
        }
    }

    @Override
    public boolean verifies(byte[] bytes, int length, byte[] signature) {
        return MessageDigest.isEqual(sign(bytes, length), signature);
    }

    @Override
    public byte @Nullable [] publicKey() {
        return null;
    }

    @Override
    public String toString() {
        return "HmacTicketKey[...]";
    }
}
