package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promo code is worth, when, how often and for what.
 *
 * @param uses how many orders may use it in all; absent for any number
 * @param tiers what it is for; all tiers if empty
 */
public record PromoTerms(
        PromoDiscount discount,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer uses,
        List<TierId> tiers) {
    public PromoTerms {
        tiers = List.copyOf(tiers);
    }
}
