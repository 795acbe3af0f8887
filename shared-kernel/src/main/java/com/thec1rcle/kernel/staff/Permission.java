package com.thec1rcle.kernel.staff;

/** What a person may do at one venue. */
public enum Permission {
    VIEW_EVENTS,
    EDIT_EVENTS,
    VIEW_FINANCE,
    MANAGE_STAFF,
    VIEW_ANALYTICS,
    SCAN_TICKETS,
    MANAGE_CALENDAR,
    VIEW_GUESTLIST
}
