package com.thec1rcle.query.ledger;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.thec1rcle.kernel.ledger.LedgerLine;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindLines;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindTrialBalance;
import com.thec1rcle.kernel.ledger.LedgerStatement;
import com.thec1rcle.kernel.ledger.TrialBalance;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");
    private static final PayoutCompleted PAID =
            new PayoutCompleted(new PayoutId("payout-1"), PROMOTER, Money.inr(20_000), "utr-1");

    private ViewsFixture views;
    private LedgerProjection projection;
    private LedgerQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new LedgerProjection(views.mongo());
        queries = new LedgerQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void theWorkedExamplePostsExactlyThis() {
        projection.on(example(order(1)), "e1", AT);
        assertThat(balances())
                .containsOnly(
                        entry("gateway", 195_930L),
                        entry("event-payable:night", -153_000L),
                        entry("promoter-payable:" + PROMOTER, -27_000L),
                        entry("platform-revenue", -9_000L),
                        entry("gateway-fees", -4_500L),
                        entry("tax-payable", -2_430L));
        assertThat(trialBalance().sum()).isZero();
    }

    @Test
    void everyLineNamesTheEventThatCausedIt() {
        projection.on(example(order(1)), "e1", AT);
        List<LedgerLine> lines = lines(null).items();
        assertThat(lines).hasSize(6).allSatisfy(line -> {
            assertThat(line.causeId()).isEqualTo("e1");
            assertThat(line.cause()).isEqualTo("OrderConfirmed");
            assertThat(line.subject()).isEqualTo(order(1).value());
            assertThat(line.at()).isEqualTo(AT);
            assertThat(line.debit().isZero()).isNotEqualTo(line.credit().isZero());
        });
        assertThat(lines)
                .extracting(LedgerLine::lineId)
                .containsExactly("e1-1", "e1-2", "e1-3", "e1-4", "e1-5", "e1-6");
    }

    @Test
    void withoutAPromoterThePartnersGetTheNetPrice() {
        projection.on(confirmed(order(1), exampleAmounts(), 2, 0, null), "e1", AT);
        assertThat(balances()).contains(entry("event-payable:night", -180_000L)).hasSize(5);
    }

    @Test
    void anOrderOfNothingPostsNothing() {
        Money nothing = Money.inr(0);
        projection.on(
                confirmed(order(1), new Amounts(nothing, nothing, nothing, nothing, nothing, nothing), 1, 0, null),
                "e1",
                AT);
        assertThat(lines(null).items()).isEmpty();
    }

    @Test
    void aRefundedOrderIsTakenBackAndThenPaidOut() {
        projection.on(example(order(1)), "e1", AT);
        projection.on(refundRequested(order(1), Money.inr(195_930), true), "e2", AT);
        projection.on(exampleRefunded(order(1)), "e3", AT);
        assertThat(balances())
                .contains(entry("gateway", 195_930L), entry("refunds-payable", -195_930L))
                .contains(entry("event-payable:night", 0L), entry("promoter-payable:" + PROMOTER, 0L));
        projection.on(refundCompleted(order(1), Money.inr(195_930), true), "e4", AT);
        assertThat(balances().values()).containsOnly(0L);
    }

    @Test
    void aLatePaymentIsOwedToTheGuestUntilItIsBack() {
        projection.on(refundRequested(order(1), Money.inr(195_930), false), "e1", AT);
        assertThat(balances()).containsOnly(entry("gateway", 195_930L), entry("refunds-payable", -195_930L));
        projection.on(refundCompleted(order(1), Money.inr(195_930), false), "e2", AT);
        assertThat(balances()).containsOnly(entry("gateway", 0L), entry("refunds-payable", 0L));
    }

    @Test
    void aPayoutIsPaidFromTheBank() {
        projection.on(example(order(1)), "e1", AT);
        projection.on(PAID, "e2", AT);
        assertThat(balances()).contains(entry("promoter-payable:" + PROMOTER, -7_000L), entry("bank", -20_000L));
        assertThat(trialBalance().sum()).isZero();
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        List<LedgerLine> once = lines(null).items();
        replay();
        assertThat(lines(null).items()).isEqualTo(once).isNotEmpty();
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        List<LedgerLine> live = lines(null).items();
        projection.reset();
        assertThat(lines(null).items()).isEmpty();
        replay();
        assertThat(lines(null).items()).isEqualTo(live);
    }

    @Test
    void aStatementIsOfOneAccountAndOnePeriod() {
        projection.on(example(order(1)), "e1", AT);
        projection.on(example(order(2)), "e2", AT.plusSeconds(60));
        FindLines gateway = new FindLines(AS_FINANCE, "gateway", AT.plusSeconds(60), AT.plusSeconds(61), null, 50);
        assertThat(queries.find(gateway).items()).extracting(LedgerLine::lineId).containsExactly("e2-1");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        replay();
        List<LedgerLine> all = lines(null).items();
        List<LedgerLine> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            LedgerStatement page = queries.find(new FindLines(AS_FINANCE, null, null, null, cursor, 4));
            paged.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void onlyFinanceAndAdministratorsSeeTheBooks() {
        assertThat(queries.find(new FindTrialBalance(AS_ADMIN)).accounts()).isEmpty();
        assertThatThrownBy(() -> queries.find(new FindTrialBalance(AS_RIYA))).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.find(new FindLines(AS_RIYA, null, null, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
    }

    private void replay() {
        projection.on(example(order(1)), "e1", AT);
        projection.on(example(order(2)), "e2", AT);
        projection.on(exampleRefunded(order(1)), "e3", AT);
        projection.on(refundCompleted(order(1), Money.inr(195_930), true), "e4", AT.plusSeconds(1));
        projection.on(PAID, "e5", AT.plusSeconds(2));
    }

    private static Amounts exampleAmounts() {
        return example(order(1)).amounts();
    }

    private LedgerStatement lines(@Nullable String account) {
        return queries.find(new FindLines(AS_FINANCE, account, null, null, null, 200));
    }

    private TrialBalance trialBalance() {
        return queries.find(new FindTrialBalance(AS_FINANCE));
    }

    private Map<String, Long> balances() {
        return trialBalance().accounts().stream()
                .collect(Collectors.toMap(
                        TrialBalance.AccountBalance::account,
                        account -> account.balance().amount()));
    }
}
