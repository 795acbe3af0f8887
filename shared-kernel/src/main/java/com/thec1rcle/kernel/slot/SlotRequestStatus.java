package com.thec1rcle.kernel.slot;

/** Where a request for a slot stands. */
public enum SlotRequestStatus {
    PENDING,
    APPROVED,
    REJECTED,
    COUNTER_PROPOSED,
    WITHDRAWN,
    EXPIRED
}
