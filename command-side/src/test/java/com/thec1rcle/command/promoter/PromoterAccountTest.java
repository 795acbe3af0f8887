package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static com.thec1rcle.command.promoter.RefusedWith.refusedWith;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterCommand.CheckPromoterActive;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseTicketReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.OpenPromoterAccount;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.RequestPayout;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReturnReserve;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseTicketCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.SpendReserve;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionClosed;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReleased;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveReturned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveSpent;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserved;
import com.thec1rcle.kernel.promoter.PromoterEvent.ReversalClosed;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketReversalClosed;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.ReversedItem;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromoterAccountTest {
    private FixtureConfiguration<PromoterAccount> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(PromoterAccount.class);
        fixture.registerInjectableResource(SETTINGS);
    }

    private TestExecutor<PromoterAccount> given(Object... events) {
        return fixture.given(opened(), approved()).andGiven(events);
    }

    @Nested
    class Account {
        @Test
        void aUserOpensTheirOwnAccount() {
            fixture.givenNoPriorActivity()
                    .when(new OpenPromoterAccount(PROMOTER, "Riya"), AS_RIYA)
                    .expectEvents(opened());
        }

        @Test
        void openingTwiceIsOneAccount() {
            fixture.given(opened())
                    .when(new OpenPromoterAccount(PROMOTER, "Another name"), AS_RIYA)
                    .expectNoEvents();
        }

        @Test
        void nobodyOpensAnAccountForSomebodyElse() {
            fixture.givenNoPriorActivity()
                    .when(new OpenPromoterAccount(PROMOTER, "Riya"), AS_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN))
                    .expectNoEvents();
        }

        @Test
        void somebodyUnknownOpensNoAccount() {
            fixture.givenNoPriorActivity()
                    .when(
                            new OpenPromoterAccount(PromoterId.of(Actor.ANONYMOUS.userId()), "Nobody"),
                            ActorMetadata.of(Actor.ANONYMOUS))
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void theAdministratorApproves() {
            fixture.given(opened())
                    .when(new ApprovePromoter(PROMOTER), AS_ADMIN)
                    .expectEvents(approved());
        }

        @Test
        void approvingTwiceIsOneApproval() {
            given().when(new ApprovePromoter(PROMOTER), AS_ADMIN).expectNoEvents();
        }

        @Test
        void nobodyApprovesThemselves() {
            fixture.given(opened())
                    .when(new ApprovePromoter(PROMOTER), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void anApprovedPromoterMayWork() {
            given().when(new CheckPromoterActive(PROMOTER), AS_RIYA).expectResultMessagePayload(RIYA);
        }

        @Test
        void beforeApprovalThePromoterMayNotWork() {
            fixture.given(opened())
                    .when(new CheckPromoterActive(PROMOTER), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.PROMOTER_NOT_APPROVED));
        }

        @Test
        void nobodyWorksUnderAnothersName() {
            given().when(new CheckPromoterActive(PROMOTER), AS_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }
    }

    @Nested
    class Commission {
        @Test
        void anOrderEarns() {
            given().when(earn(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectEvents(earned(ORDER, NIGHT, 27_000, false));
        }

        @Test
        void onlyTheSystemBooks() {
            given().when(earn(ORDER, NIGHT, 27_000, false), AS_RIYA).expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void askedTwiceItIsEarnedOnce() {
            given(earned(ORDER, NIGHT, 27_000, false))
                    .when(earn(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void askedLateByAStalledProcessItIsStillEarnedOnce() {
            given(earned(ORDER, NIGHT, 27_000, false), new CommissionClosed(PROMOTER, ORDER))
                    .when(earn(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void theOrderKnowsOnce() {
            given(earned(ORDER, NIGHT, 27_000, false))
                    .when(new CloseCommission(PROMOTER, ORDER), AS_SYSTEM)
                    .expectEvents(new CommissionClosed(PROMOTER, ORDER));
        }

        @Test
        void closingWhatIsNotOpenDoesNothing() {
            given().when(new CloseCommission(PROMOTER, ORDER), AS_SYSTEM).expectNoEvents();
        }

        @Test
        void theEndOfTheEventMakesItsSumPayable() {
            given(
                            earned(ORDER, NIGHT, 27_000, false),
                            earned(new OrderId("order-2"), NIGHT, 3_000, false),
                            earned(new OrderId("order-3"), OTHER_NIGHT, 500, false))
                    .when(new ReleaseCommission(PROMOTER, NIGHT), AS_SYSTEM)
                    .expectEvents(new CommissionReleased(PROMOTER, NIGHT, Money.inr(30_000)));
        }

        @Test
        void releasingTwiceReleasesOnce() {
            given(earned(ORDER, NIGHT, 27_000, false), new CommissionReleased(PROMOTER, NIGHT, Money.inr(27_000)))
                    .when(new ReleaseCommission(PROMOTER, NIGHT), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void whatIsPendingIsTakenBackFromWhatIsPending() {
            given(earned(ORDER, NIGHT, 27_000, false))
                    .when(reverse(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectEvents(new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), false));
        }

        @Test
        void whatWasReleasedIsTakenBackFromTheBalance() {
            given(earned(ORDER, NIGHT, 27_000, false), new CommissionReleased(PROMOTER, NIGHT, Money.inr(27_000)))
                    .when(reverse(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectEvents(new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), true));
        }

        @Test
        void whatWasPayableAtOnceIsTakenBackFromTheBalanceThoughMoreIsPending() {
            given(earned(ORDER, NIGHT, 27_000, true), earned(new OrderId("order-2"), NIGHT, 27_000, false))
                    .when(reverse(ORDER, NIGHT, 27_000, true), AS_SYSTEM)
                    .expectEvents(new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), true));
        }

        @Test
        void askedTwiceItIsTakenBackOnce() {
            given(
                            earned(ORDER, NIGHT, 27_000, false),
                            new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), false))
                    .when(reverse(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void askedLateItIsStillTakenBackOnce() {
            given(
                            earned(ORDER, NIGHT, 27_000, false),
                            new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), false),
                            new ReversalClosed(PROMOTER, ORDER))
                    .when(reverse(ORDER, NIGHT, 27_000, false), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void ticketsAreTakenBackOnceForEachRefund() {
            RefundId first = new RefundId("refund-1");
            RefundId second = new RefundId("refund-2");
            TicketCommissionReversed reversed = reversed(first, false);
            given(earned(ORDER, NIGHT, 27_000, false))
                    .when(reverseTicket(first), AS_SYSTEM)
                    .expectEvents(reversed);
            given(earned(ORDER, NIGHT, 27_000, false), reversed)
                    .when(reverseTicket(first), AS_SYSTEM)
                    .expectNoEvents();
            given(earned(ORDER, NIGHT, 27_000, false), reversed)
                    .when(new CloseTicketReversal(PROMOTER, first), AS_SYSTEM)
                    .expectEvents(new TicketReversalClosed(PROMOTER, first));
            given(earned(ORDER, NIGHT, 27_000, false), reversed, new TicketReversalClosed(PROMOTER, first))
                    .when(reverseTicket(first), AS_SYSTEM)
                    .expectNoEvents();
            given(earned(ORDER, NIGHT, 27_000, false), reversed, new TicketReversalClosed(PROMOTER, first))
                    .when(new CloseTicketReversal(PROMOTER, first), AS_SYSTEM)
                    .expectNoEvents();
            given(earned(ORDER, NIGHT, 27_000, false), reversed)
                    .when(reverseTicket(second), AS_SYSTEM)
                    .expectEvents(reversed(second, false));
        }

        @Test
        void ofWhatWasReleasedTicketsAreTakenBackFromTheBalance() {
            RefundId first = new RefundId("refund-1");
            given(earned(ORDER, NIGHT, 27_000, false), new CommissionReleased(PROMOTER, NIGHT, Money.inr(27_000)))
                    .when(reverseTicket(first), AS_SYSTEM)
                    .expectEvents(reversed(first, true));
        }

        private ReverseTicketCommission reverseTicket(RefundId refund) {
            return new ReverseTicketCommission(PROMOTER, ORDER, refund, NIGHT, oneTicket(), Money.inr(13_500), false);
        }

        private TicketCommissionReversed reversed(RefundId refund, boolean fromPayable) {
            return new TicketCommissionReversed(
                    PROMOTER, ORDER, refund, NIGHT, oneTicket(), Money.inr(13_500), fromPayable);
        }

        private List<ReversedItem> oneTicket() {
            return List.of(new ReversedItem(TIER, 1, Money.inr(90_000), Money.inr(13_500)));
        }

        @Test
        void aReversalIsClosedOnce() {
            given(
                            earned(ORDER, NIGHT, 27_000, false),
                            new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(27_000), false),
                            new ReversalClosed(PROMOTER, ORDER))
                    .when(new CloseReversal(PROMOTER, ORDER), AS_SYSTEM)
                    .expectNoEvents();
        }
    }

    @Nested
    class Payouts {
        @Test
        void aRequestReservesTheMoneyAndCreatesThePayout() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(request(PAYOUT, 20_000), AS_RIYA)
                    .expectEvents(
                            new PayoutRequested(
                                    PAYOUT,
                                    PROMOTER,
                                    RIYA,
                                    Money.inr(20_000),
                                    PayoutMethod.UPI,
                                    new Sealed(RIYA.value(), "cipher"),
                                    "ri***@upi"),
                            new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)));
        }

        @Test
        void theSameRequestAgainIsTheSamePayout() {
            given(earned(ORDER, NIGHT, 27_000, true), new PayoutReserved(PROMOTER, PAYOUT, Money.inr(10_000)))
                    .when(request(PAYOUT, 10_000), AS_RIYA)
                    .expectNoEvents();
        }

        @Test
        void theSameRequestAfterItsEndIsStillTheSamePayout() {
            given(
                            earned(ORDER, NIGHT, 27_000, true),
                            new PayoutReserved(PROMOTER, PAYOUT, Money.inr(10_000)),
                            new PayoutReserveReturned(PROMOTER, PAYOUT, Money.inr(10_000)))
                    .when(request(PAYOUT, 10_000), AS_RIYA)
                    .expectNoEvents();
        }

        @Test
        void theWholeBalanceCanBeAskedFor() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(request(PAYOUT, 27_000), AS_RIYA)
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void moreThanTheBalanceIsRefused() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(request(PAYOUT, 27_001), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.INSUFFICIENT_BALANCE))
                    .expectNoEvents();
        }

        @Test
        void whatIsPendingCannotBeAskedFor() {
            given(earned(ORDER, NIGHT, 27_000, false))
                    .when(request(PAYOUT, 10_000), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.INSUFFICIENT_BALANCE));
        }

        @Test
        void whatIsReservedCannotBeAskedForAgain() {
            given(earned(ORDER, NIGHT, 27_000, true), new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)))
                    .when(request(new PayoutId("payout-2"), 10_000), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.INSUFFICIENT_BALANCE));
        }

        @Test
        void laterEarningsFillWhatWasTakenBackFirst() {
            given(
                            earned(ORDER, NIGHT, 20_000, true),
                            new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)),
                            new PayoutReserveSpent(PROMOTER, PAYOUT, Money.inr(20_000)),
                            new CommissionReversed(PROMOTER, ORDER, NIGHT, Money.inr(20_000), true),
                            earned(new OrderId("order-2"), NIGHT, 29_999, true))
                    .when(request(new PayoutId("payout-2"), 10_000), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.INSUFFICIENT_BALANCE));
        }

        @Test
        void lessThanTheMinimumIsRefused() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(request(PAYOUT, 9_999), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.PAYOUT_BELOW_MINIMUM));
        }

        @Test
        void nobodyAsksForAnothersMoney() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(request(PAYOUT, 10_000), AS_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void aDestinationSealedForAnotherIsRefused() {
            given(earned(ORDER, NIGHT, 27_000, true))
                    .when(
                            new RequestPayout(
                                    PROMOTER,
                                    PAYOUT,
                                    Money.inr(10_000),
                                    PayoutMethod.UPI,
                                    new Sealed("stranger", "cipher"),
                                    "st***@upi"),
                            AS_RIYA)
                    .expectException(refusedWith(ErrorCode.PAYOUT_DESTINATION_INVALID));
        }

        @Test
        void beforeApprovalNothingIsPaid() {
            fixture.given(opened())
                    .when(request(PAYOUT, 10_000), AS_RIYA)
                    .expectException(refusedWith(ErrorCode.PROMOTER_NOT_APPROVED));
        }

        @Test
        void aReserveGoesBackOnce() {
            given(earned(ORDER, NIGHT, 27_000, true), new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)))
                    .when(new ReturnReserve(PROMOTER, PAYOUT), AS_SYSTEM)
                    .expectEvents(new PayoutReserveReturned(PROMOTER, PAYOUT, Money.inr(20_000)));
        }

        @Test
        void aReserveThatWasSpentDoesNotGoBack() {
            given(
                            earned(ORDER, NIGHT, 27_000, true),
                            new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)),
                            new PayoutReserveSpent(PROMOTER, PAYOUT, Money.inr(20_000)))
                    .when(new ReturnReserve(PROMOTER, PAYOUT), AS_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void aReserveIsSpentOnce() {
            given(earned(ORDER, NIGHT, 27_000, true), new PayoutReserved(PROMOTER, PAYOUT, Money.inr(20_000)))
                    .when(new SpendReserve(PROMOTER, PAYOUT), AS_SYSTEM)
                    .expectEvents(new PayoutReserveSpent(PROMOTER, PAYOUT, Money.inr(20_000)));
        }
    }
}
