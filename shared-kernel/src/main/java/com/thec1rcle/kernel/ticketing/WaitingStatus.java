package com.thec1rcle.kernel.ticketing;

/** How a wait for stock stands, or ended. */
public enum WaitingStatus {
    WAITING,
    /** Stock is set aside: it is the person's turn to order. */
    OFFERED,
    ORDERED,
    LEFT,
    /** The offer's time went by. */
    LAPSED,
    /** The tier sells no more. */
    CLOSED
}
