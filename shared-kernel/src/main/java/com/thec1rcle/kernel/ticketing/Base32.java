package com.thec1rcle.kernel.ticketing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Base32 of RFC 4648 without padding: upper-case letters and digits only, which a QR code holds in five and a half bits
 * each where others take eight.
 */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int NONE = -1;
    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, NONE);
        for (int value = 0; value < ALPHABET.length(); value++) {
            VALUES[ALPHABET.charAt(value)] = value;
        }
    }

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * Byte.SIZE + BITS - 1) / BITS);
        int pending = 0;
        int bits = 0;
        for (byte next : bytes) {
            pending = (pending << Byte.SIZE | next & 0xff) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(pending >> bits & MASK));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(pending << BITS - bits & MASK));
        }
        return text.toString();
    }

    /** The bytes of a text, or nothing if it is no base32; what spells no whole byte at its end is left out. */
    static byte @Nullable [] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int pending = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int value = letter < VALUES.length ? VALUES[letter] : NONE;
            if (value == NONE) {
                return null;
            }
            pending = (pending << BITS | value) & 0xffff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[filled++] = (byte) (pending >> bits);
            }
        }
        return bytes;
    }
}
