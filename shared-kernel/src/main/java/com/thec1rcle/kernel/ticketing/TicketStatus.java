package com.thec1rcle.kernel.ticketing;

/** Whether a ticket still opens the door. */
public enum TicketStatus {
    VALID,
    ADMITTED,
    REVOKED
}
