package com.thec1rcle.kernel.entry;

/** What the door says to a code. */
public enum Verdict {
    VALID,
    ALREADY_SCANNED,
    INVALID,
    WRONG_EVENT,
    NOT_CONFIRMED,
    NOT_FOUND,
    REVOKED,
    STALE;

    public boolean admits() {
        return this == VALID;
    }
}
