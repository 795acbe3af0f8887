package com.thec1rcle.command.promoter;

import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.promoter.LinkId;
import java.util.UUID;

/** How link codes are spelt: six characters that nobody mistakes for others. */
final class LinkCodeSpelling {
    static final int LENGTH = 6;
    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int BITS = 5;
    private static final long MASK = ALPHABET.length() - 1L;

    private LinkCodeSpelling() {}

    /** The code that a link tries to get at this attempt: always the same, so that a repeated request finds its own. */
    static String code(LinkId link, int attempt) {
        long bits = UUID.fromString(Identifier.derive("link-code", link.value(), String.valueOf(attempt)))
                .getLeastSignificantBits();
        StringBuilder code = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt((int) ((bits >>> (place * BITS)) & MASK)));
        }
        return code.toString();
    }
}
