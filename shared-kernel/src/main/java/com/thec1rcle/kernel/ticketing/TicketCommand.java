package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.entry.EntryAttempt;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a ticket. */
public sealed interface TicketCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    TicketId ticketId();

    /** Admits people on it; answers an EntryVerdict whether it does or not. */
    record Admit(TicketId ticketId, EntryAttempt attempt, int codeGeneration) implements TicketCommand {}

    /** Kills the ticket. */
    record RevokeTicket(TicketId ticketId, String reason) implements TicketCommand {}
}
