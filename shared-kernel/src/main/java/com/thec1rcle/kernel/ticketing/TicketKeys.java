package com.thec1rcle.kernel.ticketing;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of ticket codes: several may verify, one signs; of which algorithm each is, it says itself.
 *
 * @param signingKeyId which of the keys signs
 * @param secrets by key id; an id is 1 to 8 letters or digits; a secret is 32 bytes or more, or {@code ed25519:} and a
 *     seed of 32 bytes in base64, or {@code ed25519-public:} and a public key, which verifies only
 */
public record TicketKeys(String signingKeyId, Map<String, String> secrets) {
    /** How a secret begins that is the seed of an Ed25519 key. */
    public static final String ED25519_SEED = Ed25519TicketKey.SEED;

    /** Longest key id, in characters: what keeps the usual code within a QR code of version 6. */
    static final int MAX_KEY_ID_LENGTH = 8;

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9]{1," + MAX_KEY_ID_LENGTH + "}");

    public TicketKeys {
        secrets = Map.copyOf(secrets);
        String secret = secrets.get(signingKeyId);
        if (secret == null) {
            throw new IllegalArgumentException("The signing key of ticket codes is not among the keys.");
        }
        if (!TicketKey.of(signingKeyId, secret).signs()) {
            throw new IllegalArgumentException("Ticket key " + signingKeyId + " is a public key, which cannot sign.");
        }
        secrets.forEach(TicketKeys::requireGood);
    }

    private static void requireGood(String keyId, String secret) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("A ticket key's id is 1 to 8 letters or digits.");
        }
        TicketKey.of(keyId, secret);
    }

    Map<String, TicketKey> keys() {
        return secrets.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> TicketKey.of(entry.getKey(), entry.getValue())));
    }

    /** Says which keys there are, never what they are. */
    @Override
    public String toString() {
        return "TicketKeys[" + signingKeyId + " of " + secrets.keySet() + "]";
    }
}
