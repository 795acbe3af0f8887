package com.thec1rcle.kernel.payment;

/** Where one payment stands. */
public enum PaymentStatus {
    VERIFIED,
    FAILED,
    CAPTURED,
    REFUND_PENDING,
    REFUND_FAILED,
    PARTIALLY_REFUNDED,
    REFUNDED
}
