package com.thec1rcle.command.ticketing;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.GiveTicket;
import com.thec1rcle.kernel.ticketing.GiveTicket.Recipient;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckTransfer;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketState;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Gives a ticket to another person: the ticket says whether it may change hands, its event whether there is still
 * something to go to. Until the last word, which is the ticket's, nothing has happened.
 */
@Conversation
final class TicketTransfer {
    private final Commands commands;

    TicketTransfer(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(GiveTicket command, Actor actor) throws Refusal {
        Recipient to = command.to();
        CheckTransfer check = new CheckTransfer(command.ticketId(), to == null ? null : to.userId());
        TicketState ticket = commands.require(check, actor);
        if (to == null) {
            throw new Refusal(
                    ErrorCode.RECIPIENT_UNKNOWN,
                    "Nobody here has this address. Whoever is to get the ticket must sign in once first.");
        }
        DoorTerms door = commands.require(new DescribeDoor(ticket.eventId()));
        requireAhead(door.status());
        commands.ask(new TransferTicket(command.ticketId(), to.userId(), to.holder()), actor);
    }

    /** While the night goes on, whoever has not come yet may still send somebody else. */
    private static void requireAhead(EventStatus status) throws Refusal {
        if (status == EventStatus.CANCELLED || status == EventStatus.COMPLETED) {
            throw new Refusal(ErrorCode.EVENT_STATE, "There is nothing to go to any more: the event is over.");
        }
    }
}
