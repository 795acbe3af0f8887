package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;

/** Where a ticket stands: whose it is, how many went in on it, and whether it is dead. */
public record TicketState(TicketId ticketId, EventId eventId, UserId ownerId, int admitted, boolean revoked) {}
