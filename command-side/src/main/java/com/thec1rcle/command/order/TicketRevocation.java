package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Kills tickets that were given back. */
@Process
@ProcessingGroup(TicketRevocation.GROUP)
final class TicketRevocation {
    static final String GROUP = "process-ticket-revocation";

    private final Commands commands;

    TicketRevocation(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderRefunded event) throws Refusal {
        for (IssuedTicket ticket : event.tickets()) {
            commands.ask(new RevokeTicket(ticket.ticketId(), event.reason().name()));
        }
    }

    @EventHandler
    void on(TicketsRefunded event) throws Refusal {
        for (RefundedTicket ticket : event.tickets()) {
            commands.ask(new RevokeTicket(ticket.ticketId(), event.reason().name()));
        }
    }
}
