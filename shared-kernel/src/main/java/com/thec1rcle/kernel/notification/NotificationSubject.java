package com.thec1rcle.kernel.notification;

/** What a notification leads to. */
public record NotificationSubject(Type type, String id) {
    /** The kinds of subject. */
    public enum Type {
        EVENT,
        ORDER,
        TICKET,
        SLOT_REQUEST,
        PARTNERSHIP,
        PAYOUT,
        VENUE
    }
}
