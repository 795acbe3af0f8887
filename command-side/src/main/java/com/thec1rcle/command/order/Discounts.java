package com.thec1rcle.command.order;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.ticketing.TierOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a promo code takes off the lines of an order. */
final class Discounts {
    private Discounts() {}

    /** For each line what the code takes off it; nothing off a tier that it is not for. */
    static List<Money> of(PromoOffer promo, List<TierOffer> offers) {
        List<Money> eligible = offers.stream()
                .map(offer -> promo.isFor(offer.tierId())
                        ? subtotal(offer)
                        : Money.zero(offer.terms().price().currency()))
                .toList();
        return promo.discount().on(eligible);
    }

    static Money subtotal(TierOffer offer) {
        return offer.terms().price().times(offer.quantity());
    }

    /** Refuses a code that is for none of these tickets. */
    static void requireFor(List<TierOffer> offers, @Nullable PromoOffer promo) throws Refusal {
        if (promo == null) {
            return;
        }
        if (offers.stream().noneMatch(offer -> promo.isFor(offer.tierId()))) {
            throw new Refusal(ErrorCode.PROMO_CODE_INVALID, "This promo code is not for these tickets.");
        }
        if (!promo.discount().isFor(offers.getFirst().terms().price().currency())) {
            throw new Refusal(ErrorCode.PROMO_CODE_INVALID, "This promo code is for another currency.");
        }
    }
}
