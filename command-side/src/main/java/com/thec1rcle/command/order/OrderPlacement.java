package com.thec1rcle.command.order;

import com.thec1rcle.command.config.CommandOutcomeUnknown;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
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
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
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
    private final Pricing pricing;

    OrderPlacement(Commands commands, Referrals referrals, Pricing pricing) {
        this.commands = commands;
        this.referrals = referrals;
        this.pricing = pricing;
    }

    @CommandHandler
    PlacedOrder handle(PlaceOrder command, Actor actor) throws Refusal {
        PlacedOrder before = recall(command, actor);
        if (before != null) {
            return before;
        }
        requireNoPromoCode(command.promoCode());
        Optional<Attribution> attribution =
                referrals.find(command.eventId(), actor.userId(), command.promoterCode(), command.visitorId());
        return answered(commands.ask(held(command, actor, attribution.orElse(null)), actor));
    }

    private @Nullable PlacedOrder recall(PlaceOrder command, Actor actor) throws Refusal {
        return command.orderId().mayBeRepeated()
                ? commands.ask(new RecallOrder(command.orderId(), command.fingerprint()), actor)
                : null;
    }

    /** Promo codes do not exist yet, so none is valid; better to say so than to charge more than the guest expects. */
    static void requireNoPromoCode(@Nullable String promoCode) throws Refusal {
        if (promoCode != null) {
            throw new Refusal(ErrorCode.PROMO_CODE_INVALID, "This promo code is not valid.");
        }
    }

    /** All holds and the allowance, and the order that is to be opened on them; nothing is kept of a refusal. */
    private OpenOrder held(PlaceOrder command, Actor actor, @Nullable Attribution attribution) throws Refusal {
        List<RequestedLine> granted = new ArrayList<>();
        try {
            Basket basket = Basket.fill(command.lines(), granted, line -> commands.ask(hold(command, line), actor));
            Attribution promoter = basket.selling().promotersEnabled() ? attribution : null;
            Quote quote = pricing.price(basket.offers(), promoter != null);
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
                    basket.heldUntil());
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.IDEMPOTENCY_KEY_REUSED) {
                release(command, granted); // Holds under a key that was used before are another order's.
            }
            throw refusal;
        }
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

    /** Gives the holds back early; one that cannot be given back now lapses by itself. */
    private void release(PlaceOrder command, List<RequestedLine> granted) {
        for (RequestedLine line : granted) {
            try {
                commands.ask(new ReleaseHold(line.tierId(), command.orderId()));
            } catch (Refusal | CommandOutcomeUnknown lapsesByItself) {
                LOG.warn("A hold of order {} was not released and lapses.", command.orderId(), lapsesByItself);
            }
        }
    }

    private static PlacedOrder answered(@Nullable PlacedOrder placed) {
        if (placed == null) {
            throw new IllegalStateException("An order that is opened answers.");
        }
        return placed;
    }
}
