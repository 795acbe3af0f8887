package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeSales;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PublishEvent;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.event.GoPublic;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand.BeginSales;
import com.thec1rcle.kernel.ticketing.TierId;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Publishes an event and opens its sales, so that whoever hears of it can buy. Cut short in between, the event is public
 * and {@link TierSales} opens what is not open yet.
 */
@Conversation
class Publication {
    private final Commands commands;

    Publication(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(GoPublic command, Actor actor) throws Refusal {
        commands.ask(new PublishEvent(command.eventId()), actor);
        EventSales sales = commands.require(new DescribeSales(command.eventId()));
        SellingTerms selling = sales.selling();
        if (selling == null) {
            return; // Over at this very moment.
        }
        for (TierId tier : sales.tiers()) {
            commands.ask(new BeginSales(tier, selling));
        }
    }
}
