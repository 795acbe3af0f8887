package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckEditable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.event.SetOrderLimits;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TierCommand.AllowPrice;
import com.thec1rcle.kernel.ticketing.TierCommand.KeepFree;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The limits step. An event takes RSVPs only once each of its tiers has promised to stay free, and gives the promises
 * back only when it takes none any more; cut short, some tiers stay free until the step is sent again.
 */
@Conversation
class OrderLimiting {
    private final Commands commands;

    OrderLimiting(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(SetOrderLimits command, Actor actor) throws Refusal {
        List<TierId> tiers = tiersOf(command.eventId(), actor);
        if (command.rsvp()) {
            for (TierId tier : tiers) {
                commands.ask(new KeepFree(tier), actor);
            }
        }
        commands.ask(new LimitOrders(command.eventId(), command.limits(), command.rsvp(), Set.copyOf(tiers)), actor);
        if (!command.rsvp()) {
            for (TierId tier : tiers) {
                commands.ask(new AllowPrice(tier), actor);
            }
        }
    }

    private List<TierId> tiersOf(EventId eventId, Actor actor) throws Refusal {
        return Objects.requireNonNull(commands.<EventSales>ask(new CheckEditable(eventId), actor))
                .tiers();
    }
}
