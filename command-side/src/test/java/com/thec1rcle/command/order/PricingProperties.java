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
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PricingProperties {
    @Property
    void thePartsAlwaysAddUpToTheTotal(
            @ForAll @LongRange(min = 0, max = 100_000_000) long price,
            @ForAll @LongRange(min = 0, max = 100_000_000) long otherPrice,
            @ForAll @IntRange(min = 1, max = 50) int quantity,
            @ForAll @IntRange(min = 0, max = 10_000) int discount,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long perTicket,
            @ForAll @IntRange(min = 0, max = 10_000) int fee,
            @ForAll boolean promoted) {
        Pricing pricing = new Pricing(new OrderSettings(fee, 10_000 - fee, 1800));
        Quote quote = pricing.price(
                List.of(
                        offer(EARLY, price, quantity, Rate.share(discount), Rate.share(discount)),
                        offer(VIP, otherPrice, quantity, Rate.perTicket(perTicket), Rate.perTicket(perTicket))),
                promoted);
        assertAddsUp(quote);
    }

    @Property(tries = 2000)
    void whateverPromoCodeAndPromoterTheGuestGetsTheBetterOneExactly(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 100_000_000) Long> prices,
            @ForAll @IntRange(min = 1, max = 20) int quantity,
            @ForAll boolean promoted,
            @ForAll @IntRange(min = 0, max = 10_000) int promoterShare,
            @ForAll boolean amountOff,
            @ForAll @IntRange(min = 1, max = 10_000) int share,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long amount,
            @ForAll @IntRange(min = 0, max = 63) int forTiers) {
        List<TierOffer> offers = IntStream.range(0, prices.size())
                .mapToObj(tier -> offer(
                        tierId(tier),
                        prices.get(tier),
                        1 + (quantity + tier) % 20,
                        Rate.share(1500),
                        Rate.share(promoterShare)))
                .toList();
        List<TierId> tiers = IntStream.range(0, prices.size())
                .filter(tier -> (forTiers & (1 << tier)) != 0)
                .mapToObj(PricingProperties::tierId)
                .toList();
        PromoDiscount discount = amountOff ? PromoDiscount.off(Money.inr(amount)) : PromoDiscount.share(share);
        PromoOffer promo = new PromoOffer(new PromoCodeId("promo-1"), "SUMMER", discount, tiers);
        Pricing pricing = new Pricing(new OrderSettings(500, 250, 1800));

        Quote both = pricing.price(offers, promoted, promo);
        Quote byPromoter = pricing.price(offers, promoted);
        Quote byCode = pricing.price(offers, false, promo);

        assertAddsUp(both);
        Money better =
                byPromoter.amounts().discount().isLessThan(byCode.amounts().discount())
                        ? byCode.amounts().discount()
                        : byPromoter.amounts().discount();
        assertThat(both.amounts().discount()).isEqualTo(better);
        assertThat(both.promo() != null)
                .isEqualTo(byPromoter
                        .amounts()
                        .discount()
                        .isLessThan(byCode.amounts().discount()));
        if (amountOff) {
            Money eligible = offers.stream()
                    .filter(offer -> promo.isFor(offer.tierId()))
                    .map(offer -> offer.terms().price().times(offer.quantity()))
                    .reduce(Money.inr(0), Money::plus);
            Money expected = Money.inr(Math.min(amount, eligible.amount()));
            assertThat(byCode.amounts().discount()).isEqualTo(expected);
        }
        IntStream.range(0, offers.size()).forEach(line -> {
            if (both.promo() != null && !promo.isFor(offers.get(line).tierId())) {
                assertThat(both.lines().get(line).discount().isZero()).isTrue();
            }
            assertThat(both.lines().get(line).commission())
                    .isEqualTo(
                            promoted
                                    ? Rate.share(1500).of(both.lines().get(line).net(), 1)
                                    : Money.inr(0));
        });
    }

    private static TierId tierId(int number) {
        return new TierId("tier-" + number);
    }

    private static void assertAddsUp(Quote quote) {
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
            assertThat(line.discount().isNegative()).isFalse();
            assertThat(line.net().isLessThan(line.commission())).isFalse();
        });
    }

    private static Money sum(Quote quote, Function<OrderLine, Money> part) {
        return quote.lines().stream().map(part).reduce(Money.inr(0), Money::plus);
    }
}
