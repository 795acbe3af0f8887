package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;

/** A ticket of a confirmed order, as the order names it. */
public record IssuedTicket(TicketId ticketId, TierId tierId) {}
