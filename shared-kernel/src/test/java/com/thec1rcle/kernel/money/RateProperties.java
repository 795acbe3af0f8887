package com.thec1rcle.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever was agreed on, what is taken is neither less than nothing nor more than the price. */
class RateProperties {
    @Property
    void anAmountForEachTicketIsTakenUpToThePrice(
            @ForAll @LongRange(min = 0) long amount,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long price,
            @ForAll @IntRange(min = 1, max = 2_000) int tickets) {
        BigInteger wanted = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(tickets));

        Money taken = Rate.perTicket(amount).of(Money.inr(price), tickets);

        assertThat(taken)
                .isEqualTo(Money.inr(wanted.min(BigInteger.valueOf(price)).longValueExact()));
    }

    @Property
    void aShareIsWithinThePrice(
            @ForAll @IntRange(min = 0, max = 10_000) int share,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long price,
            @ForAll @IntRange(min = 1, max = 2_000) int tickets) {
        Money taken = Rate.share(share).of(Money.inr(price), tickets);

        assertThat(taken.isNegative()).isFalse();
        assertThat(Money.inr(price).isLessThan(taken)).isFalse();
    }
}
