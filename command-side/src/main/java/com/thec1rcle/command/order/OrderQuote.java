package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.order.QuoteOrder;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import java.util.ArrayList;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Says what an order would cost now, by the same rules as placing it, and holds nothing. */
@Conversation
final class OrderQuote {
    private final Commands commands;
    private final Referrals referrals;
    private final PromoCodes promoCodes;
    private final Pricing pricing;

    OrderQuote(Commands commands, Referrals referrals, PromoCodes promoCodes, Pricing pricing) {
        this.commands = commands;
        this.referrals = referrals;
        this.promoCodes = promoCodes;
        this.pricing = pricing;
    }

    @CommandHandler
    Quote handle(QuoteOrder command, Actor actor) throws Refusal {
        PromoOffer promo = promoCodes.find(command.eventId(), command.promoCode());
        Optional<Attribution> attribution =
                referrals.find(command.eventId(), actor.userId(), command.promoterCode(), command.visitorId());
        Basket basket =
                Basket.fill(command.lines(), new ArrayList<>(), line -> commands.ask(quote(command, line), actor));
        Discounts.requireFor(basket.offers(), promo);
        boolean promoted = basket.selling().promotersEnabled() && attribution.isPresent();
        Quote quote = pricing.price(basket.offers(), promoted, promo);
        Basket.requirePayable(quote.amounts().total());
        return quote;
    }

    private static QuoteTier quote(QuoteOrder command, RequestedLine line) {
        return new QuoteTier(line.tierId(), command.eventId(), line.quantity(), command.accessCode());
    }
}
