package com.thec1rcle.kernel.promo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.money.BasisPoints;
import com.thec1rcle.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promo code takes off: a share of every line, or an amount off the order; exactly one of the two.
 *
 * @param amount off the order, never more than what it is taken from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromoDiscount(
        @Nullable Integer basisPoints, @Nullable Money amount) {
    public PromoDiscount {
        if ((basisPoints == null) == (amount == null)) {
            throw new IllegalArgumentException("A discount is either basisPoints or amount.");
        }
        if (basisPoints != null) {
            new BasisPoints(basisPoints);
        }
        if (amount != null && amount.isNegative()) {
            throw new IllegalArgumentException("A discount is not negative.");
        }
    }

    public static PromoDiscount share(int basisPoints) {
        return new PromoDiscount(basisPoints, null);
    }

    public static PromoDiscount off(Money amount) {
        return new PromoDiscount(null, amount);
    }

    /** Whether it can be taken from prices in this currency. */
    public boolean isFor(String currency) {
        return amount == null || amount.currency().equals(currency);
    }

    /** What it takes off each of these lines, all in one currency; an amount is spread over them without a remainder. */
    public List<Money> on(List<Money> lines) {
        if (basisPoints != null) {
            BasisPoints share = new BasisPoints(basisPoints);
            return lines.stream().map(share::of).toList();
        }
        if (amount == null) {
            throw new IllegalStateException("A discount is either basisPoints or amount.");
        }
        Money whole = lines.stream().reduce(Money.zero(amount.currency()), Money::plus);
        return (amount.isLessThan(whole) ? amount : whole).spreadOver(lines);
    }
}
