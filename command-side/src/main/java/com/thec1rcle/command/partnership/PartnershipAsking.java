package com.thec1rcle.command.partnership;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.AskForPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestPartnership;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.venue.VenueCommand.CheckVenue;
import org.axonframework.commandhandling.CommandHandler;

/** A host asks a venue to work together: first whether there is such a venue, then the partnership. */
@Conversation
final class PartnershipAsking {
    private final Commands commands;

    PartnershipAsking(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    PartnershipId ask(AskForPartnership command, Actor actor) throws Refusal {
        actor.requireHost(command.hostId());
        commands.ask(new CheckVenue(command.venueId()), actor);
        commands.ask(
                new RequestPartnership(command.partnershipId(), command.hostId(), command.venueId(), command.message()),
                actor);
        return command.partnershipId();
    }
}
