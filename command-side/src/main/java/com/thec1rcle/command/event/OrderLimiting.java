package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PrepareRsvp;
import com.thec1rcle.kernel.event.EventLifecycleCommand.TakeRsvps;
import com.thec1rcle.kernel.event.EventLifecycleCommand.WithdrawRsvp;
import com.thec1rcle.kernel.event.RsvpTiers;
import com.thec1rcle.kernel.event.SetOrderLimits;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TierCommand.AllowPrice;
import com.thec1rcle.kernel.ticketing.TierCommand.KeepFree;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The limits step. An event takes RSVPs only once each of its tiers has promised to stay free, and gives the promises
 * back only when it takes none any more. Each order to a tier carries the event's revision, so that of two editors the
 * later one wins everywhere. Cut short, some tiers stay free until the step is sent again.
 */
@Conversation
class OrderLimiting {
    private final Commands commands;

    OrderLimiting(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(SetOrderLimits command, Actor actor) throws Refusal {
        if (command.rsvp()) {
            takeRsvps(command.eventId(), actor);
        } else {
            allowPrices(commands.require(new LimitOrders(command.eventId(), command.limits()), actor), actor);
        }
    }

    private void takeRsvps(EventId eventId, Actor actor) throws Refusal {
        RsvpTiers prepared = commands.require(new PrepareRsvp(eventId), actor);
        try {
            for (TierId tier : prepared.tiers()) {
                commands.ask(new KeepFree(tier, prepared.revision()), actor);
            }
            commands.ask(new TakeRsvps(eventId, prepared.revision(), Set.copyOf(prepared.tiers())), actor);
        } catch (Refusal refusal) {
            withdraw(prepared, actor);
            throw refusal;
        }
    }

    /** Those who have promised already are free to have a price again. */
    private void withdraw(RsvpTiers prepared, Actor actor) throws Refusal {
        RsvpTiers withdrawn = commands.ask(new WithdrawRsvp(prepared.eventId(), prepared.revision()), actor);
        if (withdrawn != null) {
            allowPrices(withdrawn, actor);
        }
    }

    private void allowPrices(RsvpTiers tiers, Actor actor) throws Refusal {
        for (TierId tier : tiers.tiers()) {
            commands.ask(new AllowPrice(tier, tiers.revision()), actor);
        }
    }
}
