package com.thec1rcle.kernel.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/** A share of a whole in basis points: 1500 is 15 %. Never negative, never more than the whole. */
public record BasisPoints(@JsonValue int value) {
    private static final int WHOLE = 10_000;
    private static final BigInteger WHOLE_EXACT = BigInteger.valueOf(WHOLE);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("Basis points are between 0 and 10000.");
        }
    }

    /** This share of an amount of money that is not negative, rounded half up to the minor unit. */
    public Money of(Money money) {
        BigInteger exact = BigInteger.valueOf(money.amount()).multiply(BigInteger.valueOf(value));
        BigInteger rounded = exact.add(BigInteger.valueOf(WHOLE / 2)).divide(WHOLE_EXACT);
        return new Money(rounded.longValueExact(), money.currency());
    }
}
