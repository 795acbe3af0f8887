package com.thec1rcle.kernel.ticketing;

/** Whether a ticket still opens the door; TRANSFERRED is how its buyer sees one that is another person's now. */
public enum TicketStatus {
    VALID,
    ADMITTED,
    REVOKED,
    TRANSFERRED
}
