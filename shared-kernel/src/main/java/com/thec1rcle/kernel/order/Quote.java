package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.promo.AppliedPromo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost now.
 *
 * @param promo the promo code, if it is what the discount comes from
 */
public record Quote(
        Amounts amounts, List<OrderLine> lines, @Nullable AppliedPromo promo) {
    public Quote {
        lines = List.copyOf(lines);
    }
}
