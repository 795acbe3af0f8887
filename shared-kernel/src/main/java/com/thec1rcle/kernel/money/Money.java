package com.thec1rcle.kernel.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount of money.
 *
 * @param amount minor units of the currency (paise for INR)
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {
    public static final String INR = "INR";

    public Money {
        // Refuses an unknown code with IllegalArgumentException.
        Currency.getInstance(currency);
    }

    public static Money inr(long paise) {
        return new Money(paise, INR);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    /**
     * Spreads this amount over parts by their size; what is spread adds up to it exactly, and no share is more than its
     * part as long as the amount is not more than the parts together.
     */
    public List<Money> spreadOver(List<Money> parts) {
        BigInteger whole = parts.stream()
                .map(part -> BigInteger.valueOf(same(part).amount))
                .reduce(BigInteger.ZERO, BigInteger::add);
        List<Money> shares = new ArrayList<>(parts.size());
        BigInteger passed = BigInteger.ZERO;
        long given = 0;
        for (Money part : parts) {
            passed = passed.add(BigInteger.valueOf(part.amount));
            long upToHere = whole.signum() == 0 ? 0 : shareOf(passed, whole);
            shares.add(new Money(upToHere - given, currency));
            given = upToHere;
        }
        return shares;
    }

    /** Rounded half up; what has been passed of the whole only grows, so its shares do too. */
    private long shareOf(BigInteger passed, BigInteger whole) {
        BigInteger doubled = BigInteger.valueOf(amount).multiply(passed).shiftLeft(1);
        return doubled.add(whole).divide(whole.shiftLeft(1)).longValueExact();
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    @JsonIgnore
    public boolean isZero() {
        return amount == 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount < 0;
    }

    public boolean isLessThan(Money other) {
        return amount < same(other).amount;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " with " + other.currency + ".");
        }
        return other;
    }
}
