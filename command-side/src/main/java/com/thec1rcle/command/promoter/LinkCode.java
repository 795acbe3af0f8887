package com.thec1rcle.command.promoter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ReserveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeEvent.LinkCodeReserved;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A code of six characters and the one link it belongs to for ever. */
@Decider
final class LinkCode {
    @AggregateIdentifier
    private @Nullable LinkCodeId id;

    private @Nullable LinkId linkId;

    LinkCode() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReserveLinkCode command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (linkId == null) {
            apply(new LinkCodeReserved(command.linkCodeId(), command.code(), command.linkId()));
        } else if (!linkId.equals(command.linkId())) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "This code belongs to another link.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LinkId decide(ResolveLinkCode command) throws Refusal {
        if (linkId == null) {
            throw new Refusal(ErrorCode.PROMOTER_CODE_INVALID, "No promoter has this code.");
        }
        return linkId;
    }

    @EventSourcingHandler
    void evolve(LinkCodeReserved event) {
        id = event.linkCodeId();
        linkId = event.linkId();
    }
}
