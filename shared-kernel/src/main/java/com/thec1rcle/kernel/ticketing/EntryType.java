package com.thec1rcle.kernel.ticketing;

/** Kinds of ticket, by whom they admit. */
public enum EntryType {
    GENERAL,
    STAG,
    COUPLE,
    FEMALE,
    GROUP,
    VIP,
    TABLE;

    /** Whether the tier must say how many people one ticket admits. */
    public boolean needsAdmits() {
        return this == GROUP || this == TABLE;
    }

    /** How many people one ticket admits when the tier does not say. */
    public int usualAdmits() {
        return this == COUPLE ? 2 : 1;
    }
}
