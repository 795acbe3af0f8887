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
    /** The code is one that changes, and this one is of another moment. */
    STALE,
    /** The doors are not open yet. */
    TOO_EARLY,
    /** The night is over. */
    EVENT_OVER,
    /** The scanning device is not bound to this venue, or not any more. */
    DEVICE_INVALID,
    /** More people want to leave than are inside on the ticket. */
    NOT_INSIDE;

    public boolean admits() {
        return this == VALID;
    }
}
