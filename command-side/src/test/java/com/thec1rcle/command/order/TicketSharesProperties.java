package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.order.TicketShares.Share;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ticket by ticket is exactly as much as all at once, for any prices, discounts, rates and quantities. */
class TicketSharesProperties {
    private record Line(long price, int quantity, int commission, int discount) {}

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 10_000_000),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 10_000))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void theSharesAddUpToTheOrder(@ForAll("lines") List<Line> lines) {
        Quote quote = quote(lines);
        List<Share> shares = TicketShares.of(ORDER, quote.lines(), quote.amounts());
        RefundAmounts all =
                shares.stream().map(Share::amounts).reduce(RefundAmounts::plus).orElseThrow();
        assertThat(all).isEqualTo(RefundAmounts.all(quote.amounts()));
        assertThat(all.total()).isEqualTo(quote.amounts().total());
        assertThat(shares)
                .allMatch(share -> !share.amounts().net().isNegative())
                .allMatch(share -> !share.amounts().tax().isNegative());
        for (OrderLine line : quote.lines()) {
            assertThat(sum(shares, line, true)).isEqualTo(line.net());
            assertThat(sum(shares, line, false)).isEqualTo(line.commission());
        }
    }

    @Property(tries = 200)
    void ticketsOfALineDifferByAMinorUnitAtMost(
            @ForAll("lines") List<Line> lines, @ForAll @IntRange(max = 3) int which) {
        Quote quote = quote(lines);
        OrderLine line = quote.lines().get(which % quote.lines().size());
        List<Long> nets = TicketShares.of(ORDER, quote.lines(), quote.amounts()).stream()
                .filter(share -> share.ticket().tierId().equals(line.tierId()))
                .map(share -> share.ticket().net().amount())
                .sorted()
                .toList();
        assertThat(nets.getLast() - nets.getFirst()).isLessThanOrEqualTo(1);
    }

    private static Quote quote(List<Line> lines) {
        List<com.thec1rcle.kernel.ticketing.TierOffer> offers = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            offers.add(offer(
                    new TierId("tier-" + place),
                    line.price(),
                    line.quantity(),
                    Rate.share(line.commission()),
                    Rate.share(line.discount())));
        }
        return OrderFixtures.PRICING.price(offers, true);
    }

    private static Money sum(List<Share> shares, OrderLine line, boolean net) {
        return shares.stream()
                .filter(share -> share.ticket().tierId().equals(line.tierId()))
                .map(share -> net ? share.ticket().net() : share.ticket().commission())
                .reduce(Money.inr(0), Money::plus);
    }
}
