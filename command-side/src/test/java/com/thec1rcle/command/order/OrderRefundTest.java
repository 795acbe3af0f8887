package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.CREATOR;
import static com.thec1rcle.command.order.OrderFixtures.EARLY;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.PROMOTER;
import static com.thec1rcle.command.order.OrderFixtures.TOTAL;
import static com.thec1rcle.command.order.OrderFixtures.VENUE;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static com.thec1rcle.command.order.OrderFixtures.placed;
import static com.thec1rcle.command.order.OrderFixtures.quote;
import static com.thec1rcle.command.order.Refusals.refusedWith;
import static org.mockito.Mockito.mock;

import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.command.refund.RefundParts;
import com.thec1rcle.command.refund.RefundSettings;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.CheckCommission;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckRefund;
import com.thec1rcle.kernel.order.OrderCommand.CheckReturn;
import com.thec1rcle.kernel.order.OrderCommand.ClaimRefund;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.QuoteRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordReturn;
import com.thec1rcle.kernel.order.OrderCommand.RefundTickets;
import com.thec1rcle.kernel.order.OrderCommand.ReleaseRefund;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimReleased;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimed;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.ReturnRecorded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundClaim;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundQuote;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Two tickets for 900.00 each, net of a promoter's discount, were paid and confirmed; some of them are given back. */
class OrderRefundTest {
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final String PAYMENT = "pay_1";
    private static final TicketId FIRST = TicketId.of(ORDER, 1);
    private static final TicketId SECOND = TicketId.of(ORDER, 2);
    private static final Money NET = Money.inr(90_000);
    private static final Money MODEST = Money.inr(30_000);
    private static final Map<String, String> BY_GUEST = ActorMetadata.of(Actor.user(GUEST));
    private static final Map<String, String> BY_SYSTEM = ActorMetadata.of(Actor.SYSTEM);
    private static final Map<String, String> BY_STRANGER = ActorMetadata.of(Actor.user(new UserId("stranger")));

    @Test
    void aTicketIsWorthItsNetPriceAndTheFeesAreKept() {
        given(confirmed())
                .when(new QuoteRefund(ORDER, List.of(SECOND)), BY_GUEST)
                .expectNoEvents()
                .expectResultMessagePayload(
                        new RefundQuote(ORDER, EVENT, GUEST, List.of(SECOND), RefundAmounts.ofNet(NET)));
        given(confirmed())
                .when(new QuoteRefund(ORDER, null), by(PlatformRole.ADMIN))
                .expectResultMessagePayload(new RefundQuote(
                        ORDER, EVENT, GUEST, List.of(FIRST, SECOND), RefundAmounts.ofNet(Money.inr(180_000))));
    }

    @Test
    void whereFeesAreNotKeptTheyGoBackWithTheTicket() {
        given(new RefundSettings(50_000, 500_000, false), confirmed())
                .when(new QuoteRefund(ORDER, List.of(FIRST)), BY_GUEST)
                .expectResultMessagePayload(new RefundQuote(
                        ORDER,
                        EVENT,
                        GUEST,
                        List.of(FIRST),
                        RefundAmounts.of(NET, Money.inr(4_500), Money.inr(2_250), Money.inr(1_215))));
    }

    /** Two tickets for 300.00 each: by themselves neither needs a yes. */
    @Test
    void ticketByTicketNeedsAsManyApprovalsAsAllAtOnce() {
        needs(1, List.of(FIRST, SECOND));
        needs(0, List.of(FIRST));
        RefundAmounts before = RefundAmounts.ofNet(MODEST);
        RefundClaimed wish = new RefundClaimed(ORDER, EVENT, REFUND, List.of(FIRST), before);
        needs(1, List.of(SECOND), wish);
        TicketsRefunded done = new TicketsRefunded(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                REFUND,
                refundedTickets(FIRST),
                before,
                null,
                RefundReason.GUEST_REQUEST,
                false);
        needs(1, List.of(SECOND), wish, done);
        needs(0, List.of(SECOND), wish, released());
    }

    private static void needs(int approvals, List<TicketId> wanted, Object... more) {
        Quote modest = OrderFixtures.PRICING.price(List.of(offer(EARLY, 30_000, 2)), false);
        List<Object> history =
                new ArrayList<>(List.of(placed(modest.lines(), modest.amounts(), null), confirmed(modest, null)));
        history.addAll(Arrays.asList(more));
        RefundId refund = new RefundId("refund-2");
        Money worth = MODEST.times(wanted.size());
        List<Object> expected = new ArrayList<>();
        expected.add(
                new RefundAsked(refund, ORDER, EVENT, CREATOR, GUEST, GUEST, false, wanted, worth, "Ill", approvals));
        if (approvals == 0) {
            expected.add(new RefundGranted(refund, ORDER, GUEST, wanted, false));
        }
        expected.add(new RefundClaimed(ORDER, EVENT, refund, wanted, RefundAmounts.ofNet(worth)));
        given(history.toArray())
                .when(new ClaimRefund(ORDER, refund, wanted, "Ill", false), BY_GUEST)
                .expectEvents(expected.toArray());
    }

    @Test
    void onlyTheBuyerOrAnAdministratorAsks() {
        for (Map<String, String> other : List.of(BY_STRANGER, by(PlatformRole.FINANCE))) {
            given(confirmed())
                    .when(new QuoteRefund(ORDER, null), other)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }
    }

    @Test
    void whatCannotBeGivenBackIsRefused() {
        refused(ErrorCode.ORDER_STATE, new QuoteRefund(ORDER, null), placed());
        refused(ErrorCode.TICKET_NOT_FOUND, new QuoteRefund(ORDER, List.of(TicketId.of(ORDER, 3))), confirmed());
        refused(ErrorCode.TICKET_NOT_FOUND, new QuoteRefund(ORDER, List.of(TicketId.of(ORDER, 0))), confirmed());
        refused(ErrorCode.VALIDATION_FAILED, new QuoteRefund(ORDER, List.of()), confirmed());
        refused(ErrorCode.REFUND_UNDER_WAY, new QuoteRefund(ORDER, List.of(FIRST)), with(claimed(FIRST)));
        refused(ErrorCode.REFUND_UNDER_WAY, new QuoteRefund(ORDER, null), with(claimed(FIRST)));
        refused(
                ErrorCode.TICKET_REFUNDED,
                new QuoteRefund(ORDER, List.of(FIRST)),
                with(claimed(FIRST), returned(REFUND, false, FIRST)));
        refused(
                ErrorCode.TICKET_REFUNDED,
                new QuoteRefund(ORDER, null),
                with(claimed(FIRST, SECOND), returned(REFUND, true, FIRST, SECOND)));
    }

    @Test
    void whatTheGatewayCannotGiveBackIsRefused() {
        Quote small = OrderFixtures.PRICING.price(List.of(offer(EARLY, 60, 2)), false);
        Object[] history = {placed(small.lines(), small.amounts(), null), confirmed(small, null)};
        refused(ErrorCode.REFUND_TOO_SMALL, new QuoteRefund(ORDER, List.of(FIRST)), history);
        given(history)
                .when(new QuoteRefund(ORDER, null), BY_GUEST)
                .expectResultMessagePayload(new RefundQuote(
                        ORDER, EVENT, GUEST, List.of(FIRST, SECOND), RefundAmounts.ofNet(Money.inr(120))));
    }

    @Test
    void aGrantedRefundGivesTheTicketsBackAndThenTheMoney() {
        given(with(claimed(FIRST)))
                .when(new RefundTickets(ORDER, REFUND), BY_SYSTEM)
                .expectEvents(
                        returned(REFUND, false, FIRST),
                        new RefundRequested(ORDER, EVENT, REFUND, PAYMENT, NET, RefundReason.GUEST_REQUEST, true));
        given(with(claimed(FIRST), returned(REFUND, false, FIRST)))
                .when(new RefundTickets(ORDER, REFUND), BY_SYSTEM)
                .expectNoEvents();
        given(with(claimed(FIRST), released()))
                .when(new RefundTickets(ORDER, REFUND), BY_SYSTEM)
                .expectException(refusedWith(ErrorCode.REFUND_STATE));
    }

    @Test
    void theLastTicketEndsTheOrder() {
        RefundId second = new RefundId("refund-2");
        given(with(claimed(FIRST), returned(REFUND, false, FIRST), claimed(second, SECOND)))
                .when(new RefundTickets(ORDER, second), BY_SYSTEM)
                .expectEvents(
                        returned(second, true, SECOND),
                        new RefundRequested(ORDER, EVENT, second, PAYMENT, NET, RefundReason.GUEST_REQUEST, true));
    }

    @Test
    void theOrderSaysHowItStandsToARefund() {
        stands(RefundClaim.OPEN, with(claimed(FIRST)));
        stands(RefundClaim.CARRIED_OUT, with(claimed(FIRST), returned(REFUND, false, FIRST)));
        stands(RefundClaim.GONE, with(claimed(FIRST), released()));
    }

    @Test
    void aRefundThatCameToNothingLetsTheTicketsGoOnce() {
        given(with(claimed(FIRST)))
                .when(new ReleaseRefund(ORDER, REFUND), BY_SYSTEM)
                .expectEvents(released());
        given(with(claimed(FIRST), released()))
                .when(new ReleaseRefund(ORDER, REFUND), BY_SYSTEM)
                .expectNoEvents();
        given(with(claimed(FIRST), released()))
                .when(new QuoteRefund(ORDER, List.of(FIRST)), BY_GUEST)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void stockAndAllowanceAreReturnedOnce() {
        given(with(claimed(FIRST), returned(REFUND, false, FIRST)))
                .when(new CheckReturn(ORDER, REFUND), BY_SYSTEM)
                .expectResultMessagePayload(true);
        given(with(claimed(FIRST), returned(REFUND, false, FIRST)))
                .when(new RecordReturn(ORDER, REFUND), BY_SYSTEM)
                .expectEvents(new ReturnRecorded(ORDER, REFUND));
        Object[] recorded = with(claimed(FIRST), returned(REFUND, false, FIRST), new ReturnRecorded(ORDER, REFUND));
        given(recorded).when(new CheckReturn(ORDER, REFUND), BY_SYSTEM).expectResultMessagePayload(false);
        given(recorded).when(new RecordReturn(ORDER, REFUND), BY_SYSTEM).expectNoEvents();
    }

    @Test
    void aCancelledEventGivesBackTheRestAndTheKeptFees() {
        given(with(claimed(FIRST), returned(REFUND, false, FIRST)))
                .when(new CancelForEvent(ORDER), BY_SYSTEM)
                .expectEvents(restReturned(), restRequested());
    }

    @Test
    void aCancelledEventLetsARefundUnderWayGo() {
        RefundId second = new RefundId("refund-2");
        given(with(claimed(FIRST), returned(REFUND, false, FIRST), claimed(second, SECOND)))
                .when(new CancelForEvent(ORDER), BY_SYSTEM)
                .expectEvents(new RefundClaimReleased(ORDER, EVENT, second), restReturned(), restRequested());
    }

    private static TicketsRefunded restReturned() {
        return new TicketsRefunded(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                RefundId.of(ORDER, PAYMENT),
                refundedTickets(SECOND),
                RefundAmounts.of(NET, Money.inr(9_000), Money.inr(4_500), Money.inr(2_430)),
                PROMOTER,
                RefundReason.EVENT_CANCELLED,
                true);
    }

    private static RefundRequested restRequested() {
        return new RefundRequested(
                ORDER,
                EVENT,
                RefundId.of(ORDER, PAYMENT),
                PAYMENT,
                TOTAL.minus(NET),
                RefundReason.EVENT_CANCELLED,
                true);
    }

    @Test
    void aConfirmedOrderStaysConfirmedForThoseWhoComeLate() {
        Object[] partly = with(claimed(FIRST), returned(REFUND, false, FIRST));
        Object[] wholly = with(claimed(FIRST, SECOND), returned(REFUND, true, FIRST, SECOND));
        for (Object[] history : List.of(partly, wholly)) {
            given(history).when(new ConfirmOrder(ORDER), BY_SYSTEM).expectNoEvents();
            given(history)
                    .when(new CheckFulfilment(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(
                            new Fulfilment(ORDER, EVENT, GUEST, quote().lines(), null, Fulfilment.Step.SETTLE));
        }
        given(partly).when(new CheckCommission(ORDER), BY_SYSTEM).expectResultMessagePayload(true);
        given(wholly).when(new CheckCommission(ORDER), BY_SYSTEM).expectResultMessagePayload(false);
    }

    @Test
    void financeMayTryAgainWhatTheGatewayCouldNotGiveBack() {
        Object[] failed = with(
                claimed(FIRST),
                returned(REFUND, false, FIRST),
                new RefundRequested(ORDER, EVENT, REFUND, PAYMENT, NET, RefundReason.GUEST_REQUEST, true),
                new RefundFailed(ORDER, REFUND, PAYMENT, 8, "No balance"));
        given(failed)
                .when(new RetryRefund(ORDER, REFUND), by(PlatformRole.FINANCE))
                .expectEvents(new RefundRetried(ORDER, REFUND, PAYMENT, NET, 2));
        given(failed).when(new RetryRefund(ORDER, REFUND), BY_GUEST).expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    private static void stands(RefundClaim claim, Object[] history) {
        given(history).when(new CheckRefund(ORDER, REFUND), BY_SYSTEM).expectResultMessagePayload(claim);
    }

    private static void refused(ErrorCode code, QuoteRefund command, Object... history) {
        given(history).when(command, BY_GUEST).expectNoEvents().expectException(refusedWith(code));
    }

    private static TestExecutor<Order> given(Object... history) {
        return given(RefundParts.SETTINGS, history);
    }

    private static TestExecutor<Order> given(RefundSettings settings, Object... history) {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerInjectableResource(mock(PaymentSignatures.class));
        fixture.registerInjectableResource(settings);
        fixture.registerRepositoryProvider(OrderFixtures::recording);
        return fixture.given(history);
    }

    private static Object[] with(Object... more) {
        List<Object> history = new ArrayList<>(List.of(confirmed()));
        history.addAll(Arrays.asList(more));
        return history.toArray();
    }

    private static Object[] confirmed() {
        return new Object[] {
            placed(), new PaymentCaptured(ORDER, EVENT, "order_1", PAYMENT, TOTAL), confirmed(quote(), PROMOTER)
        };
    }

    private static OrderConfirmed confirmed(Quote quote, com.thec1rcle.kernel.order.Attribution attribution) {
        List<OrderLine> lines = quote.lines();
        return new OrderConfirmed(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                lines,
                quote.amounts(),
                attribution,
                PAYMENT,
                List.of(new IssuedTicket(FIRST, EARLY), new IssuedTicket(SECOND, EARLY)));
    }

    private static RefundClaimed claimed(TicketId... tickets) {
        return claimed(REFUND, tickets);
    }

    private static RefundClaimed claimed(RefundId refund, TicketId... tickets) {
        return new RefundClaimed(
                ORDER, EVENT, refund, List.of(tickets), RefundAmounts.ofNet(NET.times(tickets.length)));
    }

    private static RefundClaimReleased released() {
        return new RefundClaimReleased(ORDER, EVENT, REFUND);
    }

    private static TicketsRefunded returned(RefundId refund, boolean whole, TicketId... tickets) {
        return new TicketsRefunded(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                refund,
                refundedTickets(tickets),
                RefundAmounts.ofNet(NET.times(tickets.length)),
                PROMOTER,
                RefundReason.GUEST_REQUEST,
                whole);
    }

    private static List<RefundedTicket> refundedTickets(TicketId... tickets) {
        return Arrays.stream(tickets)
                .map(ticket -> new RefundedTicket(ticket, EARLY, NET, Money.inr(13_500)))
                .toList();
    }

    private static Map<String, String> by(PlatformRole role) {
        return ActorMetadata.of(new Actor(new UserId("official"), null, Set.of(role), Map.of(), Set.of(), null));
    }
}
