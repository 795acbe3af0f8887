package com.thec1rcle.command.entry;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TicketId;

/**
 * What a genuine code says.
 *
 * @param generation codes of a ticket before this one are dead
 */
record ReadCode(EventId eventId, TicketId ticketId, int generation) {}
