package com.thec1rcle.kernel.ticketing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key: whoever knows only its public half can verify and not sign. */
record Ed25519TicketKey(@Nullable PrivateKey privateKey, EdECPublicKey verifying) implements TicketKey {
    static final String SEED = "ed25519:";
    static final String PUBLIC = "ed25519-public:";

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int SIGN_BIT = 0x80;

    static Ed25519TicketKey ofSeed(String keyId, String base64) {
        byte[] seed = bytesOf(keyId, base64);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // The only way of the JDK from a seed to both keys: its generator takes the seed from here.
            generator.initialize(NamedParameterSpec.ED25519, new Only(seed));
            KeyPair pair = generator.generateKeyPair();
            Ed25519TicketKey key = new Ed25519TicketKey(pair.getPrivate(), (EdECPublicKey) pair.getPublic());
            key.requireConsistency(seed);
            return key;
        } catch (GeneralSecurityException missing) {
            throw withoutAlgorithm(missing);
        }
    }

    static Ed25519TicketKey ofPublicKey(String keyId, String base64) {
        byte[] littleEndian = bytesOf(keyId, base64);
        byte[] bigEndian = reversed(littleEndian);
        boolean odd = (bigEndian[0] & SIGN_BIT) != 0;
        bigEndian[0] &= (byte) ~SIGN_BIT;
        try {
            EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
            EdECPublicKeySpec spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point);
            return new Ed25519TicketKey(
                    null, (EdECPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(spec));
        } catch (GeneralSecurityException missing) {
            throw withoutAlgorithm(missing);
        }
    }

    @Override
    public int signatureBytes() {
        return SIGNATURE_BYTES;
    }

    @Override
    public boolean signs() {
        return privateKey != null;
    }

    @Override
    public byte[] sign(byte[] bytes, int length) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes, 0, length);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw withoutAlgorithm(impossible);
        }
    }

    @Override
    public boolean verifies(byte[] bytes, int length, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(verifying);
            verification.update(bytes, 0, length);
            return verification.verify(signature);
        } catch (SignatureException notOnTheCurve) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw withoutAlgorithm(impossible);
        }
    }

    /** As RFC 8032 writes it. */
    @Override
    public byte[] publicKey() {
        EdECPoint point = verifying.getPoint();
        byte[] magnitude = point.getY().toByteArray();
        byte[] bigEndian = new byte[KEY_BYTES];
        int length = Math.min(magnitude.length, KEY_BYTES);
        System.arraycopy(magnitude, magnitude.length - length, bigEndian, KEY_BYTES - length, length);
        if (point.isXOdd()) {
            bigEndian[0] |= (byte) SIGN_BIT;
        }
        return reversed(bigEndian);
    }

    @Override
    public String toString() {
        return "Ed25519TicketKey[...]";
    }

    /** A generator that took its seed from elsewhere would lose every code at the next start. */
    private void requireConsistency(byte[] seed) throws GeneralSecurityException {
        PrivateKey expected = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        Ed25519TicketKey other = new Ed25519TicketKey(expected, verifying);
        if (!verifies(seed, KEY_BYTES, other.sign(seed, KEY_BYTES))) {
            throw new IllegalStateException("This Java makes Ed25519 keys in another way than this system knows.");
        }
    }

    private static byte[] bytesOf(String keyId, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("Ticket key " + keyId + " is not base64.", notBase64);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("Ticket key " + keyId + " is not 32 bytes long, as Ed25519 needs.");
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static IllegalStateException withoutAlgorithm(GeneralSecurityException cause) {
        return new IllegalStateException("This Java cannot use this Ed25519 key.", cause);
    }

    /** Gives one seed and nothing else. */
    private static final class Only extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Only(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
