package com.thec1rcle.kernel.notification;

/** What a notification is about. */
public enum NotificationKind {
    NEW_EVENT,
    TICKETS_READY,
    TICKET_RECEIVED,
    EVENT_CANCELLED,
    SLOT_REQUEST_RECEIVED,
    SLOT_REQUEST_ANSWERED,
    PARTNERSHIP_ASKED,
    PARTNERSHIP_ANSWERED,
    PAYOUT_PROGRESS,
    REFUND_PROGRESS,
    STAFF_VERIFIED
}
