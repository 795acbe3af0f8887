package com.thec1rcle.kernel.time;

import java.time.Instant;

/** A stretch of time, start included, end excluded; two instants, so midnight and zones cannot confuse it. */
public record Period(Instant from, Instant until) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A period ends after it begins.");
        }
    }

    /** Whether the two share any instant; touching ends do not. */
    public boolean overlaps(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
