package com.thec1rcle.command.order;

import com.thec1rcle.command.config.CommandOutcomeUnknown;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecallOrder;
import com.thec1rcle.kernel.order.PlaceOrder;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.promo.AppliedPromo;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.UndoHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places an order: every tier holds its part or none does, the account's limit is taken, and the order opens on the
 * amounts that the tiers' own terms make. Cut short, it leaves holds that lapse; repeated, it finds them again.
 */
@Conversation
final class OrderPlacement {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPlacement.class);

    private final Commands commands;
    private final Referrals referrals;
    private final PromoCodes promoCodes;
    private final Pricing pricing;
    private final Errands errands;

    OrderPlacement(Commands commands, Referrals referrals, PromoCodes promoCodes, Pricing pricing, Errands errands) {
        this.commands = commands;
        this.referrals = referrals;
        this.promoCodes = promoCodes;
        this.pricing = pricing;
        this.errands = errands;
    }

    /** Requests under one key go one after the other: at once they would give back each other's holds. */
    @CommandHandler
    PlacedOrder handle(PlaceOrder command, Actor actor) throws Refusal {
        return command.orderId().mayBeRepeated()
                ? errands.run("order-placement:" + command.orderId(), () -> placeOnce(command, actor))
                : place(command, actor);
    }

    private PlacedOrder placeOnce(PlaceOrder command, Actor actor) throws Refusal {
        PlacedOrder before = commands.ask(new RecallOrder(command.orderId(), command.fingerprint()), actor);
        return before != null ? before : place(command, actor);
    }

    private PlacedOrder place(PlaceOrder command, Actor actor) throws Refusal {
        PromoOffer promo = promoCodes.find(command.eventId(), command.promoCode());
        Optional<Attribution> attribution =
                referrals.find(command.eventId(), actor.userId(), command.promoterCode(), command.visitorId());
        return answered(commands.ask(held(command, actor, attribution.orElse(null), promo), actor));
    }

    /** All holds, a use of the promo code if it is what counts, the allowance, and the order to open on them. */
    private OpenOrder held(
            PlaceOrder command, Actor actor, @Nullable Attribution attribution, @Nullable PromoOffer promo)
            throws Refusal {
        List<RequestedLine> granted = new ArrayList<>();
        try {
            Basket basket = Basket.fill(command.lines(), granted, line -> commands.ask(hold(command, line), actor));
            Attribution promoter = basket.selling().promotersEnabled() ? attribution : null;
            Discounts.requireFor(basket.offers(), promo);
            Quote quote = reserved(command, basket, pricing.price(basket.offers(), promoter != null, promo), promoter);
            Basket.requirePayable(quote.amounts().total());
            commands.ask(allowance(command, actor, basket));
            return new OpenOrder(
                    command.orderId(),
                    command.eventId(),
                    basket.selling().venueId(),
                    basket.selling().creator(),
                    quote.lines(),
                    quote.amounts(),
                    command.buyer(),
                    command.fingerprint(),
                    promoter,
                    quote.promo(),
                    basket.heldUntil());
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.IDEMPOTENCY_KEY_REUSED) {
                release(command, granted, promo); // Holds under a key that was used before are another order's.
            }
            throw refusal;
        }
    }

    /** A use is taken only of a code that wins; the price is made of what the code gives as its use is reserved. */
    private Quote reserved(PlaceOrder command, Basket basket, Quote quote, @Nullable Attribution promoter)
            throws Refusal {
        AppliedPromo winner = quote.promo();
        if (winner == null) {
            return quote;
        }
        PromoOffer offer = commands.ask(new ReserveUse(winner.promoCodeId(), command.orderId(), basket.heldUntil()));
        return pricing.price(basket.offers(), promoter != null, offer);
    }

    private static HoldStock hold(PlaceOrder command, RequestedLine line) {
        return new HoldStock(
                line.tierId(), command.eventId(), command.orderId(), line.quantity(), command.accessCode());
    }

    private static TakeAllowance allowance(PlaceOrder command, Actor actor, Basket basket) {
        return new TakeAllowance(
                AllowanceId.of(command.eventId(), actor.userId()),
                command.orderId(),
                basket.quantity(),
                basket.selling().limits().maxPerAccount(),
                basket.heldUntil());
    }

    /** Gives everything back early; what cannot be given back now lapses by itself. */
    private void release(PlaceOrder command, List<RequestedLine> granted, @Nullable PromoOffer promo) {
        for (RequestedLine line : granted) {
            giveBack(command, new UndoHold(line.tierId(), command.orderId()));
        }
        if (promo != null) {
            giveBack(command, new ReturnUse(promo.promoCodeId(), command.orderId()));
        }
    }

    private void giveBack(PlaceOrder command, Object part) {
        try {
            commands.ask(part);
        } catch (Refusal | CommandOutcomeUnknown lapsesByItself) {
            LOG.warn("Part of order {} was not given back and lapses.", command.orderId(), lapsesByItself);
        }
    }

    private static PlacedOrder answered(@Nullable PlacedOrder placed) {
        if (placed == null) {
            throw new IllegalStateException("An order that is opened answers.");
        }
        return placed;
    }
}
