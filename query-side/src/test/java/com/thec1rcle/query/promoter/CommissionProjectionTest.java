package com.thec1rcle.query.promoter;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.CommissionItem;
import com.thec1rcle.kernel.promoter.CommissionList;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.CommissionTotals;
import com.thec1rcle.kernel.promoter.CommissionView;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReleased;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveReturned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveSpent;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserved;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindBalance;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindCommissions;
import com.thec1rcle.kernel.promoter.ReversedItem;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommissionProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");
    private static final PayoutId PAYOUT = new PayoutId("payout-1");

    private ViewsFixture views;
    private CommissionProjection projection;
    private CommissionQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new CommissionProjection(views.mongo());
        queries = new CommissionQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void eachLineExplainsItself() {
        projection.on(earned(1, 27_000), 2, AT);
        assertThat(all(AS_RIYA).items())
                .containsExactly(new CommissionView(
                        order(1) + "-1",
                        PROMOTER,
                        order(1),
                        NIGHT,
                        TIER,
                        2,
                        Money.inr(180_000),
                        Rate.share(1500),
                        Money.inr(27_000),
                        CommissionStatus.EARNED,
                        AT));
        assertThat(balance()).isEqualTo(totals(27_000, 27_000, 0, 0, 0));
    }

    @Test
    void theTotalsFollowTheMoney() {
        replay();
        assertThat(balance()).isEqualTo(totals(27_000, 0, 2_000, 10_000, 15_000));
    }

    @Test
    void theBalanceMayGoBelowZero() {
        replay();
        projection.on(new CommissionReversed(PROMOTER, order(1), NIGHT, Money.inr(27_000), true), 10);
        assertThat(balance()).isEqualTo(totals(0, 0, -25_000, 10_000, 15_000));
    }

    @Test
    void ticketsGivenBackLeaveTheLineAndHaveTheirOwn() {
        replay();
        TicketCommissionReversed back = new TicketCommissionReversed(
                PROMOTER,
                order(1),
                new RefundId("refund-1"),
                NIGHT,
                List.of(new ReversedItem(TIER, 1, Money.inr(90_000), Money.inr(13_500))),
                Money.inr(13_500),
                true);
        projection.on(back, 11, AT.plusSeconds(9));
        CommissionList once = all(AS_RIYA);
        assertThat(balance()).isEqualTo(totals(13_500, 0, -11_500, 10_000, 15_000));
        assertThat(queries.find(new FindCommissions(AS_RIYA, null, null, CommissionStatus.REVERSED, null, 50))
                        .items())
                .extracting(CommissionView::amount)
                .containsExactly(Money.inr(13_500), Money.inr(3_000));
        projection.on(back, 11, AT.plusSeconds(9));
        assertThat(all(AS_RIYA)).as("handled twice").isEqualTo(once);

        projection.on(
                new TicketCommissionReversed(
                        PROMOTER, order(1), new RefundId("refund-2"), NIGHT, back.items(), back.amount(), true),
                12,
                AT.plusSeconds(10));
        assertThat(balance()).isEqualTo(totals(0, 0, -25_000, 10_000, 15_000));
        assertThat(all(AS_RIYA).items()).allMatch(line -> line.status() == CommissionStatus.REVERSED);
    }

    @Test
    void whatWasEarnedAfterTheReleaseWaitsForTheNext() {
        replay();
        projection.on(earned(3, 500), 11, AT);
        projection.on(new CommissionReleased(PROMOTER, NIGHT, Money.inr(30_000)), 4);
        assertThat(balance()).isEqualTo(totals(27_500, 500, 2_000, 10_000, 15_000));
    }

    @Test
    void aListIsNarrowedByStatusAndEvent() {
        replay();
        assertThat(queries.find(new FindCommissions(AS_RIYA, null, NIGHT, CommissionStatus.REVERSED, null, 50))
                        .items())
                .extracting(CommissionView::orderId)
                .containsExactly(order(2));
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        CommissionList once = all(AS_RIYA);
        replay();
        assertThat(all(AS_RIYA)).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        CommissionList live = all(AS_RIYA);
        projection.reset();
        assertThat(all(AS_RIYA).items()).isEmpty();
        replay();
        assertThat(all(AS_RIYA)).isEqualTo(live);
    }

    @Test
    void promotersSeeTheirOwnAndFinanceSeesAll() {
        replay();
        assertThat(all(AS_STRANGER).items()).isEmpty();
        assertThat(all(AS_STRANGER).totals()).isEqualTo(totals(0, 0, 0, 0, 0));
        assertThatThrownBy(() -> queries.find(new FindBalance(AS_STRANGER, PROMOTER)))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.find(new FindCommissions(AS_STRANGER, PROMOTER, null, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
        assertThat(all(AS_FINANCE).items()).hasSize(2);
    }

    private void replay() {
        projection.on(earned(1, 27_000), 2, AT);
        projection.on(earned(2, 3_000), 3, AT.plusSeconds(1));
        projection.on(new CommissionReleased(PROMOTER, NIGHT, Money.inr(30_000)), 4);
        projection.on(new PayoutReserved(PROMOTER, PAYOUT, Money.inr(15_000)), 5);
        projection.on(new PayoutReserveSpent(PROMOTER, PAYOUT, Money.inr(15_000)), 6);
        projection.on(new PayoutReserved(PROMOTER, new PayoutId("payout-2"), Money.inr(10_000)), 7);
        projection.on(new PayoutReserved(PROMOTER, new PayoutId("payout-3"), Money.inr(1_000)), 8);
        projection.on(new PayoutReserveReturned(PROMOTER, new PayoutId("payout-3"), Money.inr(1_000)), 9);
        projection.on(new CommissionReversed(PROMOTER, order(2), NIGHT, Money.inr(3_000), true), 10);
    }

    private static CommissionEarned earned(int number, long paise) {
        return new CommissionEarned(
                PROMOTER,
                order(number),
                NIGHT,
                List.of(new CommissionItem(TIER, 2, Money.inr(180_000), Rate.share(1500), Money.inr(paise))),
                Money.inr(paise),
                false);
    }

    private CommissionList all(Actor viewer) {
        return queries.find(new FindCommissions(viewer, null, null, null, null, 50));
    }

    private CommissionTotals balance() {
        return queries.find(new FindBalance(AS_RIYA, null));
    }

    private static CommissionTotals totals(long earned, long pending, long payable, long reserved, long paid) {
        return new CommissionTotals(
                Money.inr(earned), Money.inr(pending), Money.inr(payable), Money.inr(reserved), Money.inr(paid));
    }
}
