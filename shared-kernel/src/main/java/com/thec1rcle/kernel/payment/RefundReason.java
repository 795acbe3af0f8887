package com.thec1rcle.kernel.payment;

/** Why money goes back. */
public enum RefundReason {
    GUEST_REQUEST,
    EVENT_CANCELLED,
    LATE_PAYMENT,
    DUPLICATE_PAYMENT,
    AMOUNT_MISMATCH
}
