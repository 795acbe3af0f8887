package com.thec1rcle.kernel.ticketing;

import java.time.Duration;
import java.time.Instant;

/**
 * The half minute in which a code that changes was shown, counted from 1970; it comes round again after sixteen years.
 *
 * @param number 0 to 16,777,215
 */
public record CodeStep(int number) {
    /** How long a code is shown before the next one. */
    public static final Duration LENGTH = Duration.ofSeconds(30);

    /** Bytes that hold any step. */
    static final int BYTES = 3;

    private static final int COUNT = 1 << BYTES * Byte.SIZE;

    /** Steps a code may be behind, or a gate's clock ahead. */
    private static final int GRACE = 1;

    public CodeStep {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("A step counts from 0 to " + (COUNT - 1) + ".");
        }
    }

    /** The step of an instant. */
    public static CodeStep at(Instant instant) {
        return new CodeStep(Math.floorMod(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()), COUNT));
    }

    /** Whether a code of this step is good at an instant: its own step, the one after, or the one before. */
    public boolean isFresh(Instant instant) {
        int distance = Math.floorMod(at(instant).number - number, COUNT);
        return distance <= GRACE || distance >= COUNT - GRACE;
    }

    /** When the step after an instant's begins, and its code with it. */
    public static Instant endOf(Instant instant) {
        long step = Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds());
        return Instant.ofEpochSecond((step + 1) * LENGTH.toSeconds());
    }
}
