package com.thec1rcle.command.ticketing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** One right of admission. */
@Decider
public final class Ticket {
    @AggregateIdentifier
    private TicketId id;

    private EventId eventId;
    private boolean revoked;

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    private Ticket() {}

    /** Issues the ticket; its order creates it when it is confirmed. */
    @SuppressWarnings("NullAway.Init") // The event fills the fields.
    public Ticket(TicketIssued issued) {
        apply(issued);
    }

    @CommandHandler
    void decide(RevokeTicket command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (revoked) {
            return; // Dead is dead.
        }
        apply(new TicketRevoked(id, eventId, command.reason()));
    }

    @EventSourcingHandler
    void evolve(TicketIssued event) {
        id = event.ticketId();
        eventId = event.eventId();
    }

    @EventSourcingHandler
    void evolve(TicketRevoked event) {
        revoked = true;
    }
}
