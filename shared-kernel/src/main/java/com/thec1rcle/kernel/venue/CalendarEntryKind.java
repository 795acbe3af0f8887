package com.thec1rcle.kernel.venue;

/** What an entry of a calendar is, to whoever looks. */
public enum CalendarEntryKind {
    BOOKING,
    BLOCK,
    REQUEST,
    /** Something that is none of the viewer's business. */
    BUSY
}
