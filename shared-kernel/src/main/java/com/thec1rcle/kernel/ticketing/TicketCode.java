package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;

/**
 * What a ticket's signed code says; nothing personal.
 *
 * @param keyId which key signed it
 * @param admits how many people the ticket admits in all
 * @param generation counts the codes of the ticket: only the latest one opens the door
 */
public record TicketCode(String keyId, EventId eventId, TicketId ticketId, int admits, int generation) {}
