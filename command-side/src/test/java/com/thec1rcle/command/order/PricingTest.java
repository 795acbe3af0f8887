package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EARLY;
import static com.thec1rcle.command.order.OrderFixtures.PRICING;
import static com.thec1rcle.command.order.OrderFixtures.VIP;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingTest {
    @Test
    void theExampleOfTheDomainIsRightToThePaisa() {
        Quote quote = PRICING.price(List.of(offer(EARLY, 100_000, 2)), true);
        assertThat(quote.amounts())
                .isEqualTo(new Amounts(
                        Money.inr(200_000),
                        Money.inr(20_000),
                        Money.inr(9_000),
                        Money.inr(4_500),
                        Money.inr(2_430),
                        Money.inr(195_930)));
        assertThat(quote.lines().getFirst().commission()).isEqualTo(Money.inr(27_000));
    }

    @Test
    void withoutAPromoterThereIsNeitherDiscountNorCommission() {
        OrderLine line =
                PRICING.price(List.of(offer(EARLY, 100_000, 2)), false).lines().getFirst();
        assertThat(line.discount()).isEqualTo(Money.inr(0));
        assertThat(line.net()).isEqualTo(Money.inr(200_000));
        assertThat(line.commission()).isEqualTo(Money.inr(0));
        assertThat(line.commissionRate()).isNull();
    }

    @Test
    void aTiersOwnRatesComeBeforeTheEvents() {
        OrderLine line = PRICING.price(List.of(offer(VIP, 100_000, 2, Rate.perTicket(5_000), Rate.share(2000))), true)
                .lines()
                .getFirst();
        assertThat(line.discount()).isEqualTo(Money.inr(40_000));
        assertThat(line.commission()).isEqualTo(Money.inr(10_000));
        assertThat(line.commissionRate()).isEqualTo(Rate.perTicket(5_000));
    }

    @Test
    void anAmountPerTicketNeverTakesMoreThanThePrice() {
        OrderLine line = PRICING.price(
                        List.of(offer(VIP, 3_000, 2, Rate.perTicket(9_000), Rate.perTicket(9_000))), true)
                .lines()
                .getFirst();
        assertThat(line.net()).isEqualTo(Money.inr(0));
        assertThat(line.commission()).isEqualTo(Money.inr(0));
    }

    @Test
    void aFreeOrderCostsNothingAtAll() {
        assertThat(PRICING.price(List.of(offer(EARLY, 0, 3)), true).amounts().total())
                .isEqualTo(Money.inr(0));
    }

    @Test
    void aShareBeyondTheWholeIsNoSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderSettings(10_001, 250, 1800))
                .withMessageContaining("c1rcle.order.platform-fee");
    }
}
