package com.thec1rcle.kernel.refund;

/** How an order stands to a refund that was asked for. */
public enum RefundClaim {
    /** Its tickets are kept for it. */
    OPEN,
    /** The order has carried it out. */
    CARRIED_OUT,
    /** It came to nothing, and its tickets are not kept for it any more. */
    GONE
}
