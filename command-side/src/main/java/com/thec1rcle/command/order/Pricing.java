package com.thec1rcle.command.order;

import com.thec1rcle.kernel.money.BasisPoints;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an order costs: fees are shares of the discounted subtotal, tax a share of the two fees. Each component is
 * rounded once, and the total is the sum of the rounded components.
 */
@Component
final class Pricing {
    private final BasisPoints platformFee;
    private final BasisPoints paymentFee;
    private final BasisPoints tax;

    Pricing(OrderSettings settings) {
        this.platformFee = new BasisPoints(settings.platformFee());
        this.paymentFee = new BasisPoints(settings.paymentFee());
        this.tax = new BasisPoints(settings.tax());
    }

    /** As {@link #price(List, boolean, PromoOffer)}, without a promo code. */
    Quote price(List<TierOffer> offers, boolean promoted) {
        return price(offers, promoted, null);
    }

    /**
     * The amounts for what the tiers offer, all in one currency. Of two discounts the guest gets the one that saves
     * more on the whole order, of two that save the same the promoter's; never both.
     *
     * @param promoted whether the guest came by a promoter: then there is a discount, and commission
     */
    Quote price(List<TierOffer> offers, boolean promoted, @Nullable PromoOffer promo) {
        List<Money> byPromoter =
                offers.stream().map(offer -> promoterDiscount(offer, promoted)).toList();
        List<Money> byCode = promo == null ? byPromoter : Discounts.of(promo, offers);
        boolean codeWins = sum(byPromoter).isLessThan(sum(byCode));
        List<Money> discounts = codeWins ? byCode : byPromoter;
        List<OrderLine> lines = IntStream.range(0, offers.size())
                .mapToObj(line -> lineOf(offers.get(line), discounts.get(line), promoted))
                .toList();
        return new Quote(amountsOf(lines), lines, codeWins && promo != null ? promo.applied(sum(byCode)) : null);
    }

    private static Money promoterDiscount(TierOffer offer, boolean promoted) {
        Money subtotal = Discounts.subtotal(offer);
        return promoted ? discountRate(offer).of(subtotal, offer.quantity()) : Money.zero(subtotal.currency());
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money::plus).orElseThrow();
    }

    private static OrderLine lineOf(TierOffer offer, Money discount, boolean promoted) {
        TierTerms terms = offer.terms();
        int quantity = offer.quantity();
        Money subtotal = Discounts.subtotal(offer);
        Money none = Money.zero(subtotal.currency());
        Money net = subtotal.minus(discount);
        return new OrderLine(
                offer.tierId(),
                terms.name(),
                terms.entryType(),
                terms.admits(),
                terms.rotatingCode(),
                quantity,
                terms.price(),
                discount,
                net,
                promoted ? commissionRate(offer).of(net, quantity) : none,
                promoted ? commissionRate(offer) : null);
    }

    private Amounts amountsOf(List<OrderLine> lines) {
        Money nothing = Money.zero(lines.getFirst().unitPrice().currency());
        Money discount = lines.stream().map(OrderLine::discount).reduce(nothing, Money::plus);
        Money net = lines.stream().map(OrderLine::net).reduce(nothing, Money::plus);
        Money platform = platformFee.of(net);
        Money payment = paymentFee.of(net);
        Money taxes = tax.of(platform.plus(payment));
        Money total = net.plus(platform).plus(payment).plus(taxes);
        return new Amounts(net.plus(discount), discount, platform, payment, taxes, total);
    }

    private static Rate discountRate(TierOffer offer) {
        Rate own = offer.terms().discount();
        return own != null ? own : offer.selling().discount();
    }

    private static Rate commissionRate(TierOffer offer) {
        Rate own = offer.terms().commission();
        return own != null ? own : offer.selling().commission();
    }
}
