package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;

/** What a promo code gives an order now. */
public record PromoOffer(PromoCodeId promoCodeId, String code, PromoDiscount discount, List<TierId> tiers) {
    public PromoOffer {
        tiers = List.copyOf(tiers);
    }

    /** Whether it takes something off this tier. */
    public boolean isFor(TierId tier) {
        return tiers.isEmpty() || tiers.contains(tier);
    }

    /** As an order notes it. */
    public AppliedPromo applied(Money saved) {
        return new AppliedPromo(promoCodeId, code, saved);
    }
}
