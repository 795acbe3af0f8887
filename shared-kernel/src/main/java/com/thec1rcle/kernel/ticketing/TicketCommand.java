package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.entry.EntryAttempt;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a ticket. */
public sealed interface TicketCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    TicketId ticketId();

    /**
     * Admits people on it; answers an EntryVerdict whether it does or not; the same attempt again gets the first answer.
     *
     * @param codeGeneration of the code that was shown; an older one than the ticket's is dead
     * @param eventCancelled whether the night was called off, which kills every ticket at once
     */
    record Admit(TicketId ticketId, EntryAttempt attempt, int codeGeneration, boolean eventCancelled)
            implements TicketCommand {}

    /** Kills the ticket. */
    record RevokeTicket(TicketId ticketId, String reason) implements TicketCommand {}
}
