package com.thec1rcle.kernel.ticketing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The keys of ticket codes: several may verify, one signs.
 *
 * @param signingKeyId which of the keys signs
 * @param secrets by key id; an id is 1 to 8 letters or digits, a secret 32 bytes or more
 */
public record TicketKeys(String signingKeyId, Map<String, String> secrets) {
    /** Longest key id, in characters: what keeps the code within a QR code of version 6. */
    static final int MAX_KEY_ID_LENGTH = 8;

    private static final int MIN_SECRET_BYTES = 32;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9]{1," + MAX_KEY_ID_LENGTH + "}");

    public TicketKeys {
        secrets = Map.copyOf(secrets);
        if (!secrets.containsKey(signingKeyId)) {
            throw new IllegalArgumentException("The signing key of ticket codes is not among the keys.");
        }
        secrets.forEach(TicketKeys::requireStrong);
    }

    private static void requireStrong(String keyId, String secret) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("A ticket key's id is 1 to 8 letters or digits.");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("The secret of ticket key " + keyId + " is shorter than 32 bytes.");
        }
    }

    /** Says which keys there are, never what they are. */
    @Override
    public String toString() {
        return "TicketKeys[" + signingKeyId + " of " + secrets.keySet() + "]";
    }
}
