package com.thec1rcle.command.refund;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.ClaimRefund;
import com.thec1rcle.kernel.order.OrderCommand.QuoteRefund;
import com.thec1rcle.kernel.refund.AskRefund;
import com.thec1rcle.kernel.refund.AskedRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RecallRefund;
import com.thec1rcle.kernel.refund.RefundQuote;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckReturnable;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Answers a guest who wants money back: the order says what it is worth, each ticket whether it can be taken back, and
 * then the order keeps the tickets for the refund. The tickets' answers only spare a wish that cannot be granted; what
 * counts is asked again when the refund is carried out. Cut short, it leaves nothing; repeated, it finds the refund.
 */
@Conversation
final class RefundDesk {
    private final Commands commands;

    RefundDesk(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    AskedRefund handle(AskRefund command, Actor actor) throws Refusal {
        AskedRefund before = commands.ask(new RecallRefund(command.refundId()), actor);
        if (before != null) {
            return before;
        }
        RefundQuote quote = commands.require(new QuoteRefund(command.orderId(), command.ticketIds()), actor);
        boolean evenIfUsed = actor.has(PlatformRole.ADMIN);
        for (TicketId ticketId : quote.ticketIds()) {
            commands.ask(new CheckReturnable(ticketId, quote.accountId(), evenIfUsed));
        }
        commands.ask(
                new ClaimRefund(
                        command.orderId(),
                        command.refundId(),
                        quote.ticketIds(),
                        command.reason(),
                        isOver(quote.eventId())),
                actor);
        return commands.require(new RecallRefund(command.refundId()), actor);
    }

    private boolean isOver(EventId eventId) throws Refusal {
        DoorTerms event = commands.require(new DescribeDoor(eventId));
        return event.status() == EventStatus.COMPLETED;
    }
}
