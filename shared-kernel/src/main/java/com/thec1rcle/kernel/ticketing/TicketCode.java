package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's signed code says; nothing personal.
 *
 * @param keyId which key signed it
 * @param admits how many people the ticket admits in all
 * @param generation counts the codes of the ticket: only the latest one opens the door
 * @param step the half minute it was made for, if it is one that changes
 */
public record TicketCode(
        String keyId,
        EventId eventId,
        TicketId ticketId,
        int admits,
        int generation,
        @Nullable CodeStep step) {}
