package com.thec1rcle.kernel.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Currency;

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
