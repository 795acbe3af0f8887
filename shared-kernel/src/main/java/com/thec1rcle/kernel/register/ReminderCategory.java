package com.thec1rcle.kernel.register;

/** What a reminder is about. */
public enum ReminderCategory {
    GENERAL,
    SUPPLIES,
    STAFF,
    VENDOR,
    SAFETY
}
