package com.thec1rcle.kernel.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** A typed id: plain text on the wire, a type of its own in the code. */
public interface Identifier {
    /** Longest id accepted, in characters. */
    int MAX_LENGTH = 200;

    Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._|:@-]*");

    String value();

    /** A new random UUID as text. */
    static String random() {
        return UUID.randomUUID().toString();
    }

    /** The same UUID for the same parts, for ever; parts cannot run into each other. */
    static String derive(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        // Version 8 (custom) and the RFC 9562 variant, so that the result is a valid UUID.
        long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x8000L;
        long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Refuses blank, overlong and oddly spelled ids before they reach a store. */
    static void requireForm(String value) {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An id is 1 to 200 letters, digits, or one of . _ | : @ -");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
