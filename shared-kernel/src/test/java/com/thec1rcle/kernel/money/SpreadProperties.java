package com.thec1rcle.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** An amount that is spread is neither more nor less afterwards, and nobody bears more than their part. */
class SpreadProperties {
    @Property
    void sharesAddUpAndStayWithinTheirParts(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> sizes,
            @ForAll @IntRange(min = 0, max = 10_000) int share) {
        List<Money> parts = sizes.stream().map(Money::inr).toList();
        Money whole = parts.stream().reduce(Money.inr(0), Money::plus);
        Money amount = new BasisPoints(share).of(whole);

        List<Money> shares = amount.spreadOver(parts);

        assertThat(shares.stream().reduce(Money.inr(0), Money::plus)).isEqualTo(amount);
        for (int i = 0; i < shares.size(); i++) {
            assertThat(shares.get(i).isNegative()).isFalse();
            assertThat(parts.get(i).isLessThan(shares.get(i))).isFalse();
        }
    }

    @Example
    void aThirdEachIsAsEvenAsPaiseAllow() {
        List<Money> parts = List.of(Money.inr(100), Money.inr(100), Money.inr(100));
        assertThat(Money.inr(100).spreadOver(parts)).containsExactly(Money.inr(33), Money.inr(34), Money.inr(33));
    }

    @Example
    void nothingIsSpreadOverNothing() {
        assertThat(Money.inr(0).spreadOver(List.of(Money.inr(0)))).containsExactly(Money.inr(0));
    }
}
