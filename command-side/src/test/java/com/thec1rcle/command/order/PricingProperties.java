package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EARLY;
import static com.thec1rcle.command.order.OrderFixtures.VIP;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PricingProperties {
    @Property
    void thePartsAlwaysAddUpToTheTotal(
            @ForAll @LongRange(min = 0, max = 100_000_000) long price,
            @ForAll @LongRange(min = 0, max = 100_000_000) long otherPrice,
            @ForAll @IntRange(min = 1, max = 50) int quantity,
            @ForAll @IntRange(min = 0, max = 10_000) int discount,
            @ForAll @LongRange(min = 0, max = 1_000_000) long perTicket,
            @ForAll @IntRange(min = 0, max = 10_000) int fee,
            @ForAll boolean promoted) {
        Pricing pricing = new Pricing(new OrderSettings(fee, 10_000 - fee, 1800));
        Quote quote = pricing.price(
                List.of(
                        offer(EARLY, price, quantity, Rate.share(discount), Rate.share(discount)),
                        offer(VIP, otherPrice, quantity, Rate.perTicket(perTicket), Rate.perTicket(perTicket))),
                promoted);
        Amounts amounts = quote.amounts();
        assertThat(amounts.total())
                .isEqualTo(amounts.subtotal()
                        .minus(amounts.discount())
                        .plus(amounts.platformFee())
                        .plus(amounts.paymentFee())
                        .plus(amounts.tax()));
        assertThat(sum(quote, OrderLine::net)).isEqualTo(amounts.subtotal().minus(amounts.discount()));
        assertThat(sum(quote, OrderLine::discount)).isEqualTo(amounts.discount());
        assertThat(quote.lines()).allSatisfy(line -> {
            assertThat(line.net().isNegative()).isFalse();
            assertThat(line.net().isLessThan(line.commission())).isFalse();
        });
    }

    private static Money sum(Quote quote, Function<OrderLine, Money> part) {
        return quote.lines().stream().map(part).reduce(Money.inr(0), Money::plus);
    }
}
