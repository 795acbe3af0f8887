package com.thec1rcle.kernel.register;

/** What an entry of an operational register is about. */
public enum EntryKind {
    NOTE,
    REMINDER,
    STAFF_ASSIGNMENT,
    INCIDENT,
    INSPECTION,
    EXPENSE,
    FOOTFALL,
    REFUSED_ENTRY,
    CLOSING,
    CORRECTION
}
