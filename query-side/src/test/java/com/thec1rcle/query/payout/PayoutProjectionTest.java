package com.thec1rcle.query.payout;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutStarted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.payout.PayoutQuery.FindAllPayouts;
import com.thec1rcle.kernel.payout.PayoutQuery.FindPayouts;
import com.thec1rcle.kernel.payout.PayoutStatus;
import com.thec1rcle.kernel.payout.PayoutView;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");
    private static final UserId FATIMA = new UserId("fatima");
    private static final Money AMOUNT = Money.inr(20_000);
    private static final PayoutId PAID = new PayoutId("paid");
    private static final PayoutId FAILED = new PayoutId("failed");
    private static final PayoutId REJECTED = new PayoutId("rejected");
    private static final PayoutId CANCELLED = new PayoutId("cancelled");

    private ViewsFixture views;
    private PayoutProjection projection;
    private PayoutQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new PayoutProjection(views.mongo());
        queries = new PayoutQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void aPayoutShowsItsWayAndItsDestinationMasked() {
        replay();
        assertThat(own(AS_RIYA))
                .contains(new PayoutView(
                        PAID,
                        PROMOTER,
                        AMOUNT,
                        PayoutMethod.UPI,
                        "ri***@upi",
                        PayoutStatus.COMPLETED,
                        AT,
                        AT.plusSeconds(3),
                        FATIMA,
                        "utr-1",
                        null));
    }

    @Test
    void howOthersEndedIsShownWithTheReason() {
        replay();
        assertThat(own(AS_RIYA))
                .extracting(PayoutView::payoutId, PayoutView::status, PayoutView::reason)
                .contains(
                        tuple(FAILED, PayoutStatus.FAILED, "Account closed"),
                        tuple(REJECTED, PayoutStatus.REJECTED, "No"),
                        tuple(CANCELLED, PayoutStatus.CANCELLED, null));
    }

    @Test
    void replayedTwiceAndRebuiltItIsTheSame() {
        replay();
        List<PayoutView> live = own(AS_RIYA);
        assertThat(live).hasSize(4);
        replay();
        assertThat(own(AS_RIYA)).isEqualTo(live);
        projection.reset();
        assertThat(own(AS_RIYA)).isEmpty();
        replay();
        assertThat(own(AS_RIYA)).isEqualTo(live);
    }

    @Test
    void promotersSeeTheirOwnAndFinanceSeesAll() {
        replay();
        assertThat(own(AS_STRANGER)).isEmpty();
        assertThatThrownBy(() -> queries.find(new FindPayouts(AS_STRANGER, PROMOTER, null, 50)))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.find(new FindAllPayouts(AS_RIYA, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
        assertThat(queries.find(new FindAllPayouts(AS_FINANCE, null, null, 50)).items())
                .hasSize(4);
        assertThat(queries.find(new FindAllPayouts(AS_FINANCE, PayoutStatus.FAILED, null, 50))
                        .items())
                .extracting(PayoutView::payoutId)
                .containsExactly(FAILED);
    }

    private void replay() {
        List.of(PAID, FAILED, REJECTED, CANCELLED).forEach(id -> projection.on(requested(id), 0, AT));
        for (PayoutId id : List.of(PAID, FAILED)) {
            projection.on(new PayoutApproved(id, PROMOTER, FATIMA), 1, AT.plusSeconds(1));
            projection.on(new PayoutStarted(id, PROMOTER, "utr-1"), 2, AT.plusSeconds(2));
        }
        projection.on(new PayoutCompleted(PAID, PROMOTER, AMOUNT, null), 3, AT.plusSeconds(3));
        projection.on(new PayoutFailed(FAILED, PROMOTER, AMOUNT, "Account closed"), 3, AT.plusSeconds(3));
        projection.on(new PayoutRejected(REJECTED, PROMOTER, AMOUNT, "No"), 1, AT.plusSeconds(1));
        projection.on(new PayoutCancelled(CANCELLED, PROMOTER, AMOUNT), 1, AT.plusSeconds(1));
    }

    private static PayoutRequested requested(PayoutId id) {
        return new PayoutRequested(
                id, PROMOTER, RIYA, AMOUNT, PayoutMethod.UPI, new Sealed("riya", "cipher"), "ri***@upi");
    }

    private List<PayoutView> own(Actor viewer) {
        return queries.find(new FindPayouts(viewer, null, null, 50)).items();
    }
}
