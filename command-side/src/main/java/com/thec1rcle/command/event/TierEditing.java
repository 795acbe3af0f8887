package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckTierEditable;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.EditTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import org.axonframework.commandhandling.CommandHandler;

/** Changes a tier if its event is open for changes. */
@Conversation
class TierEditing {
    private final Commands commands;

    TierEditing(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(EditTier command, Actor actor) throws Refusal {
        commands.ask(new CheckTierEditable(command.eventId(), command.tierId()), actor);
        commands.ask(new ReviseTier(command.tierId(), command.changes()), actor);
    }
}
