package com.thec1rcle.kernel.payout;

/** Where a payout stands. */
public enum PayoutStatus {
    REQUESTED,
    APPROVED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    REJECTED
}
