package com.thec1rcle.kernel.venue;

/** How much of a business date is taken. */
public enum DayStatus {
    /** Nothing is there. */
    AVAILABLE,
    /** Nothing is taken, but somebody has asked. */
    TENTATIVE,
    /** The night belongs to a booking. */
    BOOKED,
    /** The venue keeps the night closed. */
    BLOCKED,
    /** Something is taken, and the night still has room. */
    PARTIAL
}
