package com.thec1rcle.kernel.payment;

/** What a payment gateway tells. */
public enum NoticeKind {
    PAYMENT_CAPTURED,
    PAYMENT_AUTHORIZED,
    PAYMENT_FAILED,
    REFUND_PROCESSED,
    REFUND_FAILED,
    OTHER
}
