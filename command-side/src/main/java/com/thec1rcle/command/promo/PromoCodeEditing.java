package com.thec1rcle.command.promo;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoCodes;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promo.EditPromoCode;
import com.thec1rcle.kernel.promo.OfferPromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.CreatePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoCodeOwner;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Makes and changes promo codes while their event is not over; the event says whose they are and which tiers it has. */
@Conversation
class PromoCodeEditing {
    private final Commands commands;

    PromoCodeEditing(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    PromoCodeId handle(OfferPromoCode command, Actor actor) throws Refusal {
        PromoCodeOwner owner = ownerOf(command.eventId(), actor);
        requireTiers(owner, command.terms().tiers());
        PromoCodeId promoCodeId = PromoCodeId.of(command.eventId(), command.code());
        commands.ask(
                new CreatePromoCode(
                        promoCodeId,
                        command.eventId(),
                        owner.creator(),
                        PromoCodeId.spelt(command.code()),
                        command.terms()),
                actor);
        return promoCodeId;
    }

    @CommandHandler
    void handle(EditPromoCode command, Actor actor) throws Refusal {
        requireTiers(ownerOf(command.eventId(), actor), command.changes().tiers());
        commands.ask(new RevisePromoCode(command.promoCodeId(), command.eventId(), command.changes()), actor);
    }

    private PromoCodeOwner ownerOf(EventId eventId, Actor actor) throws Refusal {
        return commands.require(new CheckPromoCodes(eventId), actor);
    }

    private static void requireTiers(PromoCodeOwner owner, @Nullable List<TierId> tiers) throws Refusal {
        if (tiers != null && !owner.tiers().containsAll(tiers)) {
            throw new Refusal(ErrorCode.TIER_NOT_FOUND, "This event has no such tier.");
        }
    }
}
