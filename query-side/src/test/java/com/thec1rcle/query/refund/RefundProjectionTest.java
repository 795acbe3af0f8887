package com.thec1rcle.query.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.refund.CancellationProgress;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundEvent.RefundApproved;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundQuery.FindCancellation;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefund;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefunds;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundProjectionTest {
    private static final EventId EVENT = new EventId("event-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final EventCreator CREATOR = EventCreator.host(HOST);
    private static final UserId GUEST = new UserId("gita");
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final Money TOTAL = Money.inr(217_700);
    private static final Actor GITA = Actor.user(GUEST);
    private static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor FRED =
            new Actor(new UserId("fred"), null, Set.of(PlatformRole.FINANCE), Map.of(), Set.of(), null);
    private static final Actor SAM = Actor.user(new UserId("sam"));

    private ViewsFixture views;
    private ProjectionRun run;
    private RefundQueries queries;

    @BeforeEach
    void start() {
        views = ViewsFixture.start();
        run = new ProjectionRun(views.mongo(), new RefundProjection(views.mongo()));
        queries = new RefundQueries(views.mongo());
    }

    @AfterEach
    void stop() {
        views.close();
    }

    @Test
    void aRefundShowsWhoSaidYesAndWhatBecameOfTheMoney() {
        run.happens(order(1), placed(1)).happens(REFUND, asked(2));
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.REQUESTED);
        run.happens(REFUND, new RefundApproved(REFUND, HANA.userId(), false));
        assertThat(show(HANA).approvedBy()).containsExactly(HANA.userId());
        assertThat(show(GITA).approvedBy()).as("not the guest's affair").isNull();
        assertThat(show(GITA).approvals()).isEqualTo(1);
        run.happens(REFUND, new RefundApproved(REFUND, FRED.userId(), false)).happens(REFUND, granted());
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.APPROVED);
        run.happens(order(1), returned(REFUND, Money.inr(100_000), RefundReason.GUEST_REQUEST, false))
                .happens(order(1), requested(REFUND, Money.inr(100_000), RefundReason.GUEST_REQUEST, 1));
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.PROCESSING);
        run.happens(order(1), new RefundFailed(order(1), REFUND, "pay_1", 1, "No balance"));
        assertThat(show(FRED).status()).isEqualTo(RefundStatus.FAILED);
        assertThat(show(FRED).failure()).isEqualTo("No balance");
        run.happens(order(1), new RefundRetried(order(1), REFUND, "pay_1", Money.inr(100_000), 2));
        assertThat(show(FRED).attempts()).isEqualTo(2);
        run.happens(order(1), completed(REFUND, Money.inr(100_000), RefundReason.GUEST_REQUEST, 1));
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.COMPLETED);
        assertThat(show(GITA).failure()).isNull();
        requireStable();
    }

    @Test
    void aRejectedOneSaysWhy() {
        run.happens(REFUND, asked(1))
                .happens(
                        REFUND,
                        new RefundRejected(REFUND, order(1), EVENT, tickets(), HANA.userId(), "The night has begun."));
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.REJECTED);
        assertThat(show(GITA).rejection()).isEqualTo("The night has begun.");
    }

    @Test
    void freeTicketsAreGivenBackWithoutMoney() {
        run.happens(order(1), placed(1))
                .happens(REFUND, asked(0))
                .happens(REFUND, granted())
                .happens(order(1), returned(REFUND, Money.inr(0), RefundReason.GUEST_REQUEST, true));
        assertThat(show(GITA).status()).isEqualTo(RefundStatus.COMPLETED);
    }

    @Test
    void moneyThatGoesBackByItselfIsShownToo() {
        RefundId late = RefundId.of(order(1), "pay_2");
        run.happens(order(1), placed(1)).happens(order(1), requested(late, TOTAL, RefundReason.DUPLICATE_PAYMENT, 1));
        assertThat(list(GITA, null, null, null)).singleElement().satisfies(refund -> {
            assertThat(refund.refundId()).isEqualTo(late);
            assertThat(refund.status()).isEqualTo(RefundStatus.PROCESSING);
            assertThat(refund.reason()).isEqualTo(RefundReason.DUPLICATE_PAYMENT);
        });
    }

    @Test
    void guestsSeeTheirOwnAndThoseWhoDecideTheirEvents() {
        run.happens(order(1), placed(1)).happens(REFUND, asked(1));
        Actor venueFinance = staff(StaffRole.FINANCE);
        assertThat(list(GITA, null, order(1), null)).hasSize(1);
        assertThat(list(HANA, EVENT, null, RefundStatus.REQUESTED)).hasSize(1);
        assertThat(list(FRED, null, null, null)).hasSize(1);
        assertThat(list(FRED, null, null, RefundStatus.FAILED)).isEmpty();
        assertThat(list(SAM, EVENT, order(1), null)).isEmpty();
        assertThat(list(venueFinance, EVENT, null, null)).as("the host's event").isEmpty();
        assertThatThrownBy(() -> show(SAM)).isInstanceOf(QueryRefused.class);
        run.happens("refund-2", askedOfVenue());
        assertThat(list(venueFinance, null, null, null)).hasSize(1);
        assertThat(list(staff(StaffRole.SECURITY), null, null, null)).isEmpty();
    }

    @Test
    void theCallingOffOfAnEventIsFollowedOrderByOrder() {
        for (int number = 1; number <= 6; number++) {
            run.happens(order(number), placed(number));
        }
        run.happens(order(1), confirmed(1)).happens(order(2), confirmed(2)).happens(order(6), confirmed(6));
        run.happens(order(3), new OrderExpired(order(3), EVENT, List.of()));
        run.happens(order(6), returnedOf(6));
        assertThatThrownBy(() -> progress(HANA)).isInstanceOf(QueryRefused.class);
        run.happens(EVENT, cancelled());
        assertThat(progress(HANA)).isEqualTo(progress(4, 4, 0, 0, 0, 0, 0, 0));

        run.happens(order(3), new OrderCancelled(order(3), EVENT, List.of(), "The event was cancelled."));
        run.happens(order(4), new OrderCancelled(order(4), EVENT, List.of(), "The event was cancelled."));
        RefundId first = RefundId.of(order(1), "pay_1");
        RefundId second = RefundId.of(order(2), "pay_1");
        run.happens(order(1), requested(first, TOTAL, RefundReason.EVENT_CANCELLED, 1))
                .happens(order(1), refunded(1))
                .happens(order(2), requested(second, TOTAL, RefundReason.EVENT_CANCELLED, 2))
                .happens(order(2), refunded(2))
                .happens(order(2), new RefundFailed(order(2), second, "pay_1", 1, "No balance"));
        assertThat(progress(HANA)).isEqualTo(progress(4, 1, 1, 1, 0, 1, 435_400, 0));

        run.happens(order(1), completed(first, TOTAL, RefundReason.EVENT_CANCELLED, 1))
                .happens(order(2), new RefundRetried(order(2), second, "pay_1", TOTAL, 2))
                .happens(order(2), completed(second, TOTAL, RefundReason.EVENT_CANCELLED, 2))
                .happens(order(5), new OrderCancelled(order(5), EVENT, List.of(), "The event was cancelled."));
        assertThat(progress(FRED)).isEqualTo(progress(4, 0, 2, 0, 2, 0, 435_400, 435_400));
        assertThat(progress(staff(StaffRole.MANAGER)).done()).isTrue();
        assertThatThrownBy(() -> progress(staff(StaffRole.SECURITY))).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> progress(GITA)).isInstanceOf(QueryRefused.class);
        requireStable();
    }

    private void requireStable() {
        Map<String, Map<Object, Document>> live = run.everything();
        run.again();
        assertThat(run.everything()).as("handled twice").isEqualTo(live);
        run.rebuild();
        assertThat(run.everything()).as("rebuilt").isEqualTo(live);
    }

    private RefundView show(Actor viewer) {
        return queries.find(new FindRefund(REFUND, viewer));
    }

    private List<RefundView> list(
            Actor viewer, @Nullable EventId event, @Nullable OrderId order, @Nullable RefundStatus status) {
        return queries.find(new FindRefunds(viewer, event, order, status, null, 50))
                .items();
    }

    private CancellationProgress progress(Actor viewer) {
        return queries.find(new FindCancellation(EVENT, viewer));
    }

    private CancellationProgress progress(
            long orders,
            long standing,
            long cancelled,
            long requested,
            long refunded,
            long failed,
            long paise,
            long back) {
        Instant at = progress(FRED).cancelledAt();
        return new CancellationProgress(
                EVENT,
                at,
                orders,
                standing,
                cancelled,
                requested,
                refunded,
                failed,
                Money.inr(paise),
                Money.inr(back),
                standing + requested + failed == 0);
    }

    private static OrderId order(int number) {
        return new OrderId("6f1c1a52-6d1c-8c0e-9a53-%012d".formatted(number));
    }

    private static List<TicketId> tickets() {
        return List.of(TicketId.of(order(1), 1));
    }

    private static Amounts amounts() {
        return new Amounts(
                Money.inr(200_000), Money.inr(0), Money.inr(10_000), Money.inr(5_000), Money.inr(2_700), TOTAL);
    }

    private static OrderPlaced placed(int number) {
        return new OrderPlaced(
                order(number),
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                List.of(),
                amounts(),
                new Sealed("gita", "cipher"),
                "print",
                null,
                Instant.EPOCH);
    }

    private static OrderConfirmed confirmed(int number) {
        return new OrderConfirmed(
                order(number), EVENT, VENUE, CREATOR, GUEST, List.of(), amounts(), null, "pay_1", List.of());
    }

    private static OrderRefunded refunded(int number) {
        return new OrderRefunded(
                order(number),
                EVENT,
                VENUE,
                CREATOR,
                List.of(),
                amounts(),
                null,
                List.of(),
                RefundReason.EVENT_CANCELLED);
    }

    private static RefundAsked asked(int approvals) {
        return new RefundAsked(
                REFUND,
                order(1),
                EVENT,
                CREATOR,
                GUEST,
                GUEST,
                false,
                tickets(),
                Money.inr(100_000),
                "Cannot come",
                approvals);
    }

    private static RefundAsked askedOfVenue() {
        return new RefundAsked(
                new RefundId("refund-2"),
                order(2),
                EVENT,
                EventCreator.venue(VENUE),
                GUEST,
                GUEST,
                false,
                tickets(),
                Money.inr(100_000),
                "Cannot come",
                1);
    }

    private static RefundGranted granted() {
        return new RefundGranted(REFUND, order(1), GUEST, tickets(), false);
    }

    private static TicketsRefunded returnedOf(int number) {
        return new TicketsRefunded(
                order(number),
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                new RefundId("refund-" + number),
                List.of(new RefundedTicket(
                        TicketId.of(order(number), 1), new TierId("tier"), Money.inr(200_000), Money.inr(0))),
                RefundAmounts.ofNet(Money.inr(200_000)),
                null,
                RefundReason.GUEST_REQUEST,
                true);
    }

    private static TicketsRefunded returned(RefundId refund, Money amount, RefundReason reason, boolean whole) {
        return new TicketsRefunded(
                order(1),
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                refund,
                List.of(new RefundedTicket(TicketId.of(order(1), 1), new TierId("tier"), amount, Money.inr(0))),
                RefundAmounts.ofNet(amount),
                null,
                reason,
                whole);
    }

    private static RefundRequested requested(RefundId refund, Money amount, RefundReason reason, int number) {
        return new RefundRequested(order(number), EVENT, refund, "pay_1", amount, reason, true);
    }

    private static RefundCompleted completed(RefundId refund, Money amount, RefundReason reason, int number) {
        return new RefundCompleted(order(number), EVENT, refund, "pay_1", amount, reason, true);
    }

    private static EventCancelled cancelled() {
        return new EventCancelled(EVENT, CREATOR, VENUE, null, null, List.of(), EventStatus.SCHEDULED, "Rain");
    }

    private static Actor staff(StaffRole role) {
        return new Actor(new UserId("staff"), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }
}
