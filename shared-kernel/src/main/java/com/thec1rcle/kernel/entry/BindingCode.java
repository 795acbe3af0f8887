package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.message.Identifier;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a manager reads out to whoever sets up a scanning device: eight characters that nobody mistakes for others. It
 * is never stored; the device's id is derived from it, so the code alone leads to what it opens.
 */
public record BindingCode(String value) {
    /** How a code is spelled. */
    public static final String FORM = "[A-HJ-NP-Z2-9]{8}";

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    public BindingCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("A binding code is eight letters and digits without I, O, 0 and 1.");
        }
    }

    /** A new code; the generator must be one that nobody can predict. */
    public static BindingCode random(RandomGenerator unpredictable) {
        return new BindingCode(unpredictable
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(place)))
                .collect(Collectors.joining()));
    }

    /** The code as somebody typed it: in small letters, with blanks or dashes. */
    public static BindingCode typed(String text) {
        return new BindingCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** The device that this code binds. */
    public DeviceId deviceId() {
        return new DeviceId(Identifier.derive("device", value));
    }

    @Override
    public String toString() {
        return "BindingCode[not for logs]";
    }
}
