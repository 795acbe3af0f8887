package com.thec1rcle.command.promo;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode.PromoChanges;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a promo code may be: how it is spelt, what it is worth, when and how often. */
final class PromoRules {
    private static final Pattern SPELLING = Pattern.compile("[A-Z0-9][A-Z0-9_-]{2,39}");
    private static final int MOST_USES = 1_000_000;
    private static final long MOST_OFF = 10_000_000_000L;

    private PromoRules() {}

    /** @param code as {@link com.thec1rcle.kernel.promo.PromoCodeId#spelt} spells it */
    static void requireSpelling(String code) throws Refusal {
        require(SPELLING.matcher(code).matches(), "A promo code has 3 to 40 letters, digits, _ or -.");
    }

    static void requireFit(PromoTerms terms) throws Refusal {
        require(
                isWorthSomething(terms.discount()),
                "A promo code takes more than nothing off, and 100,000,000.00 at most.");
        require(terms.uses() == null || (terms.uses() >= 1 && terms.uses() <= MOST_USES), "Uses are 1 to 1,000,000.");
        require(isPeriod(terms.validFrom(), terms.validUntil()), "A promo code ends after it begins.");
    }

    /** The terms as they are after a change. */
    static PromoTerms revised(PromoTerms terms, PromoChanges changes) {
        return new PromoTerms(
                Objects.requireNonNullElse(changes.discount(), terms.discount()),
                changes.validFrom() == null ? terms.validFrom() : changes.validFrom(),
                changes.validUntil() == null ? terms.validUntil() : changes.validUntil(),
                changes.uses() == null ? terms.uses() : changes.uses(),
                Objects.requireNonNullElse(changes.tiers(), terms.tiers()));
    }

    private static boolean isWorthSomething(PromoDiscount discount) {
        Integer share = discount.basisPoints();
        Money amount = discount.amount();
        return share != null ? share > 0 : amount != null && amount.amount() > 0 && amount.amount() <= MOST_OFF;
    }

    private static boolean isPeriod(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null || from.isBefore(until);
    }

    private static void require(boolean fit, String message) throws Refusal {
        if (!fit) {
            throw new Refusal(ErrorCode.PROMO_CODE_TERMS_INVALID, message);
        }
    }
}
