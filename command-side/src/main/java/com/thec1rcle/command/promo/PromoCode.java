package com.thec1rcle.command.promo;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.CreatePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.QuotePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReleaseUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeDeactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeReactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.promo.PromoTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A word that makes an order cheaper; what orders have used, claimed and reserved of it is never more than its uses. */
@Decider
@SuppressWarnings("NullAway.Init") // The first event fills what is never absent.
final class PromoCode {
    @AggregateIdentifier
    private @Nullable PromoCodeId id;

    private EventId eventId;
    private EventCreator creator;
    private String code;
    private PromoTerms terms;
    private boolean active;

    /** Uses of confirmed orders. */
    private int used;

    /** By order id: uses of orders that are neither confirmed nor given up. */
    private Map<String, Use> open = new HashMap<>();

    PromoCode() {}

    // ---- the code ----------------------------------------------------------------------------------------------

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CreatePromoCode command, Actor actor) throws Refusal {
        command.creator().require(actor);
        if (id != null) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "This event has this promo code already.");
        }
        PromoRules.requireSpelling(command.code());
        PromoRules.requireFit(command.terms());
        apply(new PromoCodeCreated(
                command.promoCodeId(), command.eventId(), command.creator(), command.code(), command.terms()));
    }

    @CommandHandler
    void decide(RevisePromoCode command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        requireEvent(command.eventId());
        PromoTerms revised = PromoRules.revised(terms, command.changes());
        PromoRules.requireFit(revised);
        requireCommittedWithin(revised, clock.instant());
        if (!revised.equals(terms)) {
            apply(new PromoCodeRevised(command.promoCodeId(), eventId, revised));
        }
        Boolean wanted = command.changes().active();
        if (wanted != null && wanted != active) {
            apply(
                    wanted
                            ? new PromoCodeReactivated(command.promoCodeId(), eventId)
                            : new PromoCodeDeactivated(command.promoCodeId(), eventId));
        }
    }

    // ---- its uses ----------------------------------------------------------------------------------------------

    @CommandHandler
    PromoOffer decide(QuotePromoCode command, Clock clock) throws Refusal {
        Instant now = clock.instant();
        requireValid(now);
        requireUseLeft(now);
        return offer(command.promoCodeId());
    }

    @CommandHandler
    PromoOffer decide(ReserveUse command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        Use use = open.get(command.orderId().value());
        if (use == null || !use.standsAt(now)) {
            requireValid(now);
            requireUseLeft(now);
            apply(new UseReserved(command.promoCodeId(), eventId, command.orderId(), now, command.until()));
        }
        return offer(command.promoCodeId());
    }

    /** A code that ran out or was switched off since still honours what it had promised; only its uses bind. */
    @CommandHandler
    void decide(ClaimUse command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        Use use = open.get(command.orderId().value());
        if (use != null && use.isClaimed()) {
            return; // Claiming twice is one claim.
        }
        boolean lapsed = use == null || !use.standsAt(now);
        if (lapsed) {
            requireUseLeft(now);
        }
        apply(new UseClaimed(command.promoCodeId(), eventId, command.orderId(), lapsed));
    }

    @CommandHandler
    void decide(SettleUse command, Actor actor) throws Refusal {
        actor.requireSystem();
        Use use = open.get(command.orderId().value());
        if (use != null && use.isClaimed()) {
            apply(new UseSettled(command.promoCodeId(), eventId, command.orderId()));
        }
    }

    @CommandHandler
    void decide(ReleaseUse command, Actor actor) throws Refusal {
        actor.requireSystem();
        Use use = open.get(command.orderId().value());
        if (use != null && !use.isClaimed()) {
            apply(new UseReturned(command.promoCodeId(), eventId, command.orderId()));
        }
    }

    @CommandHandler
    void decide(ReturnUse command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (open.containsKey(command.orderId().value())) {
            apply(new UseReturned(command.promoCodeId(), eventId, command.orderId()));
        }
    }

    // ---- rules -------------------------------------------------------------------------------------------------

    private void requireEvent(EventId event) throws Refusal {
        if (!event.equals(eventId)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "This event has no such promo code.");
        }
    }

    private void requireValid(Instant now) throws Refusal {
        boolean begun = terms.validFrom() == null || !now.isBefore(terms.validFrom());
        boolean over = terms.validUntil() != null && !now.isBefore(terms.validUntil());
        if (!active || !begun || over) {
            throw new Refusal(ErrorCode.PROMO_CODE_INVALID, "This promo code is not valid now.");
        }
    }

    private void requireUseLeft(Instant now) throws Refusal {
        Integer uses = terms.uses();
        if (uses != null && committedAt(now) >= uses) {
            throw new Refusal(ErrorCode.PROMO_CODE_USED_UP, "This promo code has been used as often as it can be.");
        }
    }

    private void requireCommittedWithin(PromoTerms revised, Instant now) throws Refusal {
        int committed = committedAt(now);
        Integer uses = revised.uses();
        if (uses != null && uses < committed) {
            throw new Refusal(
                    ErrorCode.PROMO_CODE_USES_BELOW_COMMITTED,
                    "So many uses are taken or reserved already: " + committed + ".",
                    Map.of("committed", Integer.toString(committed)));
        }
    }

    /** What is taken at this moment: a reservation whose time is over is none, whether or not history says so. */
    private int committedAt(Instant now) {
        return used
                + (int) open.values().stream().filter(use -> use.standsAt(now)).count();
    }

    private PromoOffer offer(PromoCodeId promoCodeId) {
        return new PromoOffer(promoCodeId, code, terms.discount(), terms.tiers());
    }

    // ---- what has happened -------------------------------------------------------------------------------------

    @EventSourcingHandler
    void evolve(PromoCodeCreated event) {
        id = event.promoCodeId();
        eventId = event.eventId();
        creator = event.creator();
        code = event.code();
        terms = event.terms();
        active = true;
    }

    @EventSourcingHandler
    void evolve(PromoCodeRevised event) {
        terms = event.terms();
    }

    @EventSourcingHandler
    void evolve(PromoCodeDeactivated event) {
        active = false;
    }

    @EventSourcingHandler
    void evolve(PromoCodeReactivated event) {
        active = true;
    }

    /** Reservations that have lapsed by then are forgotten, so that orders which were never placed leave nothing. */
    @EventSourcingHandler
    void evolve(UseReserved event) {
        open.values().removeIf(use -> !use.standsAt(event.reservedAt()));
        open.put(event.orderId().value(), new Use(event.until()));
    }

    @EventSourcingHandler
    void evolve(UseClaimed event) {
        open.put(event.orderId().value(), new Use(null));
    }

    @EventSourcingHandler
    void evolve(UseSettled event) {
        open.remove(event.orderId().value());
        used++;
    }

    @EventSourcingHandler
    void evolve(UseReturned event) {
        open.remove(event.orderId().value());
    }

    /**
     * One order's use.
     *
     * @param until absent once it lapses no more
     */
    record Use(@Nullable Instant until) {
        boolean isClaimed() {
            return until == null;
        }

        boolean standsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }
}
