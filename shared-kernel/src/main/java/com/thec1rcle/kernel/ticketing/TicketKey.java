package com.thec1rcle.kernel.ticketing;

import org.jspecify.annotations.Nullable;

/** A key of ticket codes; its algorithm is its own, so that no code can choose how it is verified. */
sealed interface TicketKey permits HmacTicketKey, Ed25519TicketKey {
    /** Length of every signature, in bytes. */
    int signatureBytes();

    /** Whether it can sign, or only verify. */
    boolean signs();

    /** Signs the first so many bytes. */
    byte[] sign(byte[] bytes, int length);

    /** Whether a signature is this key's, over the first so many bytes. */
    boolean verifies(byte[] bytes, int length, byte[] signature);

    /** What anybody may know of it; absent where verifying takes the secret itself. */
    byte @Nullable [] publicKey();

    /**
     * Reads a key as it is configured: {@code ed25519:} and a seed, {@code ed25519-public:} and a public key, 32 bytes
     * in base64 each; anything else is the secret of an HMAC.
     *
     * @throws IllegalArgumentException if it is no key, with the reason
     */
    static TicketKey of(String keyId, String configured) {
        if (configured.startsWith(Ed25519TicketKey.SEED)) {
            return Ed25519TicketKey.ofSeed(keyId, configured.substring(Ed25519TicketKey.SEED.length()));
        }
        if (configured.startsWith(Ed25519TicketKey.PUBLIC)) {
            return Ed25519TicketKey.ofPublicKey(keyId, configured.substring(Ed25519TicketKey.PUBLIC.length()));
        }
        return HmacTicketKey.of(keyId, configured);
    }
}
