package com.thec1rcle.kernel.refund;

/** Where a refund stands. */
public enum RefundStatus {
    /** It waits for somebody to say yes or no. */
    REQUESTED,
    /** Nothing stands against it; its tickets are being taken back. */
    APPROVED,
    /** The tickets are dead and the money is on its way. */
    PROCESSING,
    /** The money is back. */
    COMPLETED,
    /** The gateway could not give the money back; it is tried again, or by a person. */
    FAILED,
    /** Somebody said no, or a ticket cannot be taken back any more. */
    REJECTED
}
