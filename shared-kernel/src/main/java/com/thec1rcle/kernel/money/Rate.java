package com.thec1rcle.kernel.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is taken of a price: a share of it, or an amount for each ticket; exactly one of the two.
 *
 * @param amount minor units for each ticket
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rate(@Nullable Integer basisPoints, @Nullable Long amount) {
    private static final long MOST_PER_TICKET = 10_000_000_000L;

    public Rate {
        if ((basisPoints == null) == (amount == null)) {
            throw new IllegalArgumentException("A rate is either basisPoints or amount.");
        }
        if (basisPoints != null && (basisPoints < 0 || basisPoints > 10_000)) {
            throw new IllegalArgumentException("Basis points are between 0 and 10000.");
        }
        if (amount != null && amount < 0) {
            throw new IllegalArgumentException("An amount for each ticket is not negative.");
        }
    }

    public static Rate share(int basisPoints) {
        return new Rate(basisPoints, null);
    }

    public static Rate perTicket(long amount) {
        return new Rate(null, amount);
    }

    /** Whether it may be agreed on: an amount is no more than the highest price of a ticket, 100,000,000.00. */
    public boolean withinBounds() {
        return amount == null || amount <= MOST_PER_TICKET;
    }

    /** What this rate takes of the price of so many tickets together; never more than the price itself. */
    public Money of(Money price, int tickets) {
        if (basisPoints != null) {
            return new BasisPoints(basisPoints).of(price);
        }
        if (amount == null) {
            throw new IllegalStateException("A rate is either basisPoints or amount.");
        }
        boolean covered = amount <= price.amount() / Math.max(1, tickets); // Whatever it is, it does not overflow.
        return covered ? new Money(amount, price.currency()).times(tickets) : price;
    }
}
