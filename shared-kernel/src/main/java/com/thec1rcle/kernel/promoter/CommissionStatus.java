package com.thec1rcle.kernel.promoter;

/** Where a commission stands. */
public enum CommissionStatus {
    /** The event is not over yet. */
    EARNED,
    /** It is part of the balance. */
    PAYABLE,
    /** Its order was given back. */
    REVERSED
}
