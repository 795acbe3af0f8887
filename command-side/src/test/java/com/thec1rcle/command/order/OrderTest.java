package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.BUYER;
import static com.thec1rcle.command.order.OrderFixtures.CREATOR;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.PROMOTER;
import static com.thec1rcle.command.order.OrderFixtures.TOTAL;
import static com.thec1rcle.command.order.OrderFixtures.VENUE;
import static com.thec1rcle.command.order.OrderFixtures.placed;
import static com.thec1rcle.command.order.OrderFixtures.placedForFree;
import static com.thec1rcle.command.order.OrderFixtures.quote;
import static com.thec1rcle.command.order.Refusals.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.Fulfilment.Step;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.CancelOrder;
import com.thec1rcle.kernel.order.OrderCommand.CheckCommission;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.DeclineOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribePayment;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecallOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordCommission;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
import com.thec1rcle.kernel.order.OrderCommand.RequestPayment;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderCommand.VerifyPayment;
import com.thec1rcle.kernel.order.OrderEvent.CommissionRecorded;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PaymentFailed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderEvent.PromoCodeApplied;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.PaymentState;
import com.thec1rcle.kernel.payment.ProvenPayment;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.payment.RequestedPayment;
import com.thec1rcle.kernel.promo.AppliedPromo;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final PaymentSignatures SIGNATURES = new PaymentSignatures("key-secret", List.of("hook-secret"));
    private static final Map<String, String> BY_GUEST = ActorMetadata.of(Actor.user(GUEST));
    private static final Map<String, String> BY_STRANGER = ActorMetadata.of(Actor.user(new UserId("stranger")));
    private static final Map<String, String> BY_SYSTEM = ActorMetadata.of(Actor.SYSTEM);
    private static final String CHECKOUT = "order_1";
    private static final String PAYMENT = "pay_1";
    private static final RefundId REFUND = RefundId.of(ORDER, PAYMENT);
    private static final List<OrderLine> LINES = quote().lines();

    @Nested
    class Placing {
        @Test
        void anOrderOpensOnItsHolds() {
            at(NOW).givenNoPriorActivity()
                    .when(open("print"), BY_GUEST)
                    .expectEvents(placed())
                    .expectResultMessagePayload(
                            new PlacedOrder(ORDER, OrderStatus.PENDING_PAYMENT, HELD_UNTIL, quote().amounts()));
        }

        @Test
        void theSameRequestAgainGetsTheSameOrder() {
            at(NOW).given(placed())
                    .when(open("print"), BY_GUEST)
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new PlacedOrder(ORDER, OrderStatus.PENDING_PAYMENT, HELD_UNTIL, quote().amounts()));
        }

        @Test
        void anotherRequestUnderTheSameKeyIsRefused() {
            at(NOW).given(placed())
                    .when(open("other"), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.IDEMPOTENCY_KEY_REUSED));
            at(NOW).given(placed())
                    .when(new RecallOrder(ORDER, "other"), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        }

        @Test
        void nobodyIsToldOfSomebodyElsesOrder() {
            at(NOW).given(placed())
                    .when(new RecallOrder(ORDER, "print"), BY_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void recallingWhatIsNotThereAnswersNothing() {
            at(NOW).givenNoPriorActivity()
                    .when(new RecallOrder(ORDER, "print"), BY_GUEST)
                    .expectNoEvents()
                    .expectResultMessagePayload(null);
        }

        @Test
        void recallingAnswersWhereTheOrderStands() {
            at(NOW).given(paidAndConfirmed())
                    .when(new RecallOrder(ORDER, "print"), BY_GUEST)
                    .expectResultMessagePayload(
                            new PlacedOrder(ORDER, OrderStatus.CONFIRMED, HELD_UNTIL, quote().amounts()));
        }

        @Test
        void whoIsNotSignedInCannotOrder() {
            at(NOW).givenNoPriorActivity()
                    .when(open("print"), ActorMetadata.of(Actor.ANONYMOUS))
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void theDoorMayAskWhereItStands() {
            at(NOW).given(placed())
                    .when(new DescribeOrder(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(OrderStatus.PENDING_PAYMENT);
        }
    }

    @Nested
    class GivingUp {
        @Test
        void theGuestCancelsBeforePaying() {
            at(NOW).given(placed())
                    .when(new CancelOrder(ORDER, "Changed plans"), BY_GUEST)
                    .expectEvents(new OrderCancelled(ORDER, EVENT, LINES, "Changed plans"));
        }

        @Test
        void cancellingTwiceIsCancellingOnce() {
            at(NOW).given(placed(), cancelled())
                    .when(new CancelOrder(ORDER, "Again"), BY_GUEST)
                    .expectNoEvents();
        }

        @Test
        void aStrangerCannotCancel() {
            at(NOW).given(placed())
                    .when(new CancelOrder(ORDER, "Mischief"), BY_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void anOrderThatIsBeingPaidCannotBeCancelled() {
            at(NOW).given(placed(), requested(), opened(), verified(PAYMENT))
                    .when(new CancelOrder(ORDER, "Too late"), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
            at(NOW).given(paidAndConfirmed())
                    .when(new CancelOrder(ORDER, "Too late"), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
        }

        @Test
        void anOrderExpiresWithItsHolds() {
            at(HELD_UNTIL)
                    .given(placed())
                    .when(new ExpireOrder(ORDER), BY_SYSTEM)
                    .expectEvents(new OrderExpired(ORDER, EVENT, LINES));
        }

        @Test
        void anAlarmThatIsEarlyLateOrTooManyChangesNothing() {
            at(NOW).given(placed()).when(new ExpireOrder(ORDER), BY_SYSTEM).expectNoEvents();
            at(HELD_UNTIL)
                    .given(placed(), expired())
                    .when(new ExpireOrder(ORDER), BY_SYSTEM)
                    .expectNoEvents();
            at(HELD_UNTIL)
                    .given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(new ExpireOrder(ORDER), BY_SYSTEM)
                    .expectNoEvents();
        }
    }

    @Nested
    class Paying {
        @Test
        void theGuestAsksToPay() {
            at(NOW).given(placed())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectEvents(requested())
                    .expectResultMessagePayload(new RequestedPayment(ORDER, TOTAL, false, null));
        }

        @Test
        void askingAgainIsAskingOnceAndAnswersWhatTheGatewayOpened() {
            at(NOW).given(placed(), requested(), opened())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectNoEvents()
                    .expectResultMessagePayload(new RequestedPayment(ORDER, TOTAL, true, checkout()));
        }

        @Test
        void whatIsExpiredFreeCancelledOrPaidIsNotPaid() {
            at(HELD_UNTIL)
                    .given(placed())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.ORDER_EXPIRED));
            at(NOW).given(placedForFree())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.PAYMENT_NOT_REQUIRED));
            at(NOW).given(placed(), cancelled())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
            at(NOW).given(paidAndConfirmed())
                    .when(new RequestPayment(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
            at(NOW).given(placed())
                    .when(new RequestPayment(ORDER), BY_STRANGER)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        @Test
        void theGatewayOrderIsRecordedOnce() {
            RecordGatewayOrder command = new RecordGatewayOrder(ORDER, "sandbox", CHECKOUT, "key_1");
            at(NOW).given(placed(), requested())
                    .when(command, BY_SYSTEM)
                    .expectEvents(opened())
                    .expectResultMessagePayload(checkout());
            at(NOW).given(placed(), requested(), opened())
                    .when(new RecordGatewayOrder(ORDER, "sandbox", "order_2", "key_1"), BY_SYSTEM)
                    .expectNoEvents()
                    .expectResultMessagePayload(checkout());
        }

        @Test
        void aGoodSignatureProvesThePayment() {
            at(NOW).given(placed(), requested(), opened())
                    .when(proof(CHECKOUT, SIGNATURES.ofPayment(CHECKOUT, PAYMENT)), BY_GUEST)
                    .expectEvents(verified(PAYMENT))
                    .expectResultMessagePayload(new ProvenPayment(OrderStatus.PENDING_PAYMENT, TOTAL, false));
        }

        @Test
        void aBadSignatureProvesNothing() {
            at(NOW).given(placed(), requested(), opened())
                    .when(proof(CHECKOUT, SIGNATURES.ofPayment(CHECKOUT, "pay_2")), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.PAYMENT_SIGNATURE_INVALID));
        }

        @Test
        void aPaymentOfAnotherOrderIsNotAccepted() {
            at(NOW).given(placed(), requested(), opened())
                    .when(proof("order_2", SIGNATURES.ofPayment("order_2", PAYMENT)), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.PAYMENT_MISMATCH));
            at(NOW).given(placed())
                    .when(proof(CHECKOUT, SIGNATURES.ofPayment(CHECKOUT, PAYMENT)), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.PAYMENT_NOT_FOUND));
        }

        @Test
        void provingTwiceIsProvingOnce() {
            VerifyPayment proof = proof(CHECKOUT, SIGNATURES.ofPayment(CHECKOUT, PAYMENT));
            at(NOW).given(placed(), requested(), opened(), verified(PAYMENT))
                    .when(proof, BY_GUEST)
                    .expectNoEvents();
            at(NOW).given(paidAndConfirmed())
                    .when(proof, BY_GUEST)
                    .expectNoEvents()
                    .expectResultMessagePayload(new ProvenPayment(OrderStatus.CONFIRMED, TOTAL, true));
        }

        @Test
        void theProofAfterTheNoticeChangesNothing() {
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(proof(CHECKOUT, SIGNATURES.ofPayment(CHECKOUT, PAYMENT)), BY_GUEST)
                    .expectNoEvents();
        }

        @Test
        void theMoneyIsTakenOnceWhoeverBringsTheNews() {
            at(NOW).given(placed(), requested(), opened(), verified(PAYMENT))
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(captured(PAYMENT, TOTAL))
                    .expectResultMessagePayload(true);
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectNoEvents()
                    .expectResultMessagePayload(false);
        }

        @Test
        void moneyForItIsRecordedEvenBeforeItsCheckoutIsOrUnderAnotherOneOfIt() {
            at(NOW).given(placed(), requested())
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(captured(PAYMENT, TOTAL));
            at(NOW).given(placed(), requested(), opened())
                    .when(new RecordCapture(ORDER, "order_2", PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(new PaymentCaptured(ORDER, EVENT, "order_2", PAYMENT, TOTAL));
        }

        @Test
        void theOrderSaysWhatIsOpenBetweenItAndTheGateway() {
            asksOf(state(OrderStatus.PENDING_PAYMENT, true, false, null, false), NOW, placed());
            asksOf(state(OrderStatus.PENDING_PAYMENT, true, true, null, false), NOW, placed(), requested());
            asksOf(state(OrderStatus.PENDING_PAYMENT, false, true, null, false), HELD_UNTIL, placed(), requested());
            asksOf(
                    state(OrderStatus.PENDING_PAYMENT, true, true, CHECKOUT, false, PAYMENT),
                    NOW,
                    placed(),
                    requested(),
                    opened(),
                    verified(PAYMENT));
            asksOf(state(OrderStatus.CONFIRMED, false, true, CHECKOUT, true), NOW, paidAndConfirmed());
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL), expired(), late())
                    .when(new DescribePayment(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(new PaymentState(
                            ORDER,
                            OrderStatus.EXPIRED,
                            TOTAL,
                            false,
                            true,
                            CHECKOUT,
                            true,
                            List.of(),
                            List.of(new PaymentState.OpenRefund(REFUND, PAYMENT, TOTAL, 1, false))));
            at(NOW).given(placed())
                    .when(new DescribePayment(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }

        private void asksOf(PaymentState state, Instant now, Object... history) {
            at(now).given(history)
                    .when(new DescribePayment(ORDER), BY_SYSTEM)
                    .expectNoEvents()
                    .expectResultMessagePayload(state);
        }

        private PaymentState state(
                OrderStatus status,
                boolean payable,
                boolean requested,
                @Nullable String checkout,
                boolean paid,
                String... proven) {
            return new PaymentState(
                    ORDER, status, TOTAL, payable, requested, checkout, paid, List.of(proven), List.of());
        }

        @Test
        void theSecondPaymentGoesBack() {
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(capture("pay_2", TOTAL), BY_SYSTEM)
                    .expectEvents(captured("pay_2", TOTAL), refund("pay_2", TOTAL, RefundReason.DUPLICATE_PAYMENT));
            at(NOW).given(paidAndConfirmed())
                    .when(capture("pay_2", TOTAL), BY_SYSTEM)
                    .expectEvents(captured("pay_2", TOTAL), refund("pay_2", TOTAL, RefundReason.DUPLICATE_PAYMENT));
        }

        @Test
        void anotherAmountOrCurrencyIsNeverAccepted() {
            for (Money wrong : List.of(Money.inr(TOTAL.amount() - 1), new Money(TOTAL.amount(), "USD"))) {
                at(NOW).given(placed(), requested(), opened())
                        .when(capture(PAYMENT, wrong), BY_SYSTEM)
                        .expectEvents(captured(PAYMENT, wrong), refund(PAYMENT, wrong, RefundReason.AMOUNT_MISMATCH));
            }
            nextStep(Step.WAIT, placed(), requested(), opened(), captured(PAYMENT, Money.inr(1)));
        }

        @Test
        void aPaymentOfACancelledOrderGoesBack() {
            at(NOW).given(placed(), requested(), opened(), cancelled())
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(captured(PAYMENT, TOTAL), refund(PAYMENT, TOTAL, RefundReason.LATE_PAYMENT));
        }

        @Test
        void aFailureIsNotFinal() {
            PaymentFailed failed = new PaymentFailed(ORDER, CHECKOUT, PAYMENT, "Bank down");
            RecordPaymentFailure command = new RecordPaymentFailure(ORDER, CHECKOUT, PAYMENT, "Bank down");
            at(NOW).given(placed(), requested(), opened())
                    .when(command, BY_SYSTEM)
                    .expectEvents(failed);
            at(NOW).given(placed(), requested(), opened(), failed)
                    .when(command, BY_SYSTEM)
                    .expectNoEvents();
            at(NOW).given(placed(), requested(), opened(), failed)
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(captured(PAYMENT, TOTAL));
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(command, BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void nobodyButTheSystemSaysThatMoneyCame() {
            at(NOW).given(placed(), requested(), opened())
                    .when(capture(PAYMENT, TOTAL), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }
    }

    @Nested
    class Fulfilling {
        @Test
        void theOrderSaysWhatIsToBeDone() {
            nextStep(Step.WAIT, placed());
            nextStep(Step.CLAIM, placedForFree());
            nextStep(Step.CLAIM, placed(), requested(), opened(), captured(PAYMENT, TOTAL));
            nextStep(Step.CLAIM, placed(), requested(), opened(), expired(), captured(PAYMENT, TOTAL));
            nextStep(Step.SETTLE, (Object[]) paidAndConfirmed());
            nextStep(Step.RELEASE, placed(), expired());
            nextStep(Step.ABANDON, placed(), requested(), opened(), captured(PAYMENT, TOTAL), expired(), late());
            nextStep(Step.ABANDON, placed(), cancelled());
        }

        @Test
        void aPaidOrderIsConfirmedWithItsTickets() {
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectEvents(ticket(1), ticket(2), confirmed());
        }

        @Test
        void aPaymentAfterTheHoldLapsedStillConfirmsWhenThereIsStock() {
            at(HELD_UNTIL)
                    .given(placed(), requested(), opened(), expired(), captured(PAYMENT, TOTAL))
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectEvents(ticket(1), ticket(2), confirmed());
        }

        @Test
        void confirmingTwiceIsConfirmingOnce() {
            at(NOW).given(paidAndConfirmed())
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void whatIsUnpaidDeclinedOrCalledOffIsNotConfirmed() {
            at(NOW).given(placed())
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL), expired(), late())
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL), cancelled())
                    .when(new ConfirmOrder(ORDER), BY_SYSTEM)
                    .expectException(refusedWith(ErrorCode.ORDER_STATE));
        }

        @Test
        void aPaymentThatFindsNoStockGoesBackAtOnce() {
            at(HELD_UNTIL)
                    .given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(new DeclineOrder(ORDER, "Sold out"), BY_SYSTEM)
                    .expectEvents(expired(), late());
            at(HELD_UNTIL)
                    .given(placed(), requested(), opened(), expired(), captured(PAYMENT, TOTAL))
                    .when(new DeclineOrder(ORDER, "Sold out"), BY_SYSTEM)
                    .expectEvents(late());
        }

        @Test
        void decliningTwiceOrTooLateChangesNothing() {
            at(HELD_UNTIL)
                    .given(placed(), requested(), opened(), expired(), captured(PAYMENT, TOTAL), late())
                    .when(new DeclineOrder(ORDER, "Sold out"), BY_SYSTEM)
                    .expectNoEvents();
            at(NOW).given(paidAndConfirmed())
                    .when(new DeclineOrder(ORDER, "Sold out"), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void aFreeOrderThatFindsNoStockExpires() {
            at(HELD_UNTIL)
                    .given(placedForFree())
                    .when(new DeclineOrder(ORDER, "Sold out"), BY_SYSTEM)
                    .expectEvents(new OrderExpired(ORDER, EVENT, placedForFree().lines()));
        }
    }

    @Nested
    class CallingOff {
        @Test
        void anUnpaidOrderIsCancelled() {
            at(NOW).given(placed()).when(new CancelForEvent(ORDER), BY_SYSTEM).expectEvents(calledOff());
        }

        @Test
        void anExpiredOneIsCancelledTooSoThatALatePaymentGoesBack() {
            at(NOW).given(placed(), requested(), opened(), expired())
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectEvents(calledOff());
            at(NOW).given(placed(), requested(), opened(), expired(), calledOff())
                    .when(capture(PAYMENT, TOTAL), BY_SYSTEM)
                    .expectEvents(captured(PAYMENT, TOTAL), refund(PAYMENT, TOTAL, RefundReason.LATE_PAYMENT));
        }

        @Test
        void aPaymentThatWasJustTakenGoesBack() {
            at(NOW).given(placed(), requested(), opened(), captured(PAYMENT, TOTAL))
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectEvents(calledOff(), refund(PAYMENT, TOTAL, RefundReason.EVENT_CANCELLED));
        }

        @Test
        void aConfirmedOrderGoesBackWholeWithItsFees() {
            at(NOW).given(paidAndConfirmed())
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectEvents(
                            new RefundRequested(
                                    ORDER, EVENT, REFUND, PAYMENT, TOTAL, RefundReason.EVENT_CANCELLED, true),
                            refunded());
        }

        @Test
        void aFreeConfirmedOrderIsRefundedWithoutMoney() {
            OrderPlaced free = placedForFree();
            OrderConfirmed confirmed = new OrderConfirmed(
                    ORDER, EVENT, VENUE, CREATOR, GUEST, free.lines(), free.amounts(), null, null, issued());
            at(NOW).given(free, confirmed)
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectEvents(new OrderRefunded(
                            ORDER,
                            EVENT,
                            VENUE,
                            CREATOR,
                            free.lines(),
                            free.amounts(),
                            null,
                            issued(),
                            RefundReason.EVENT_CANCELLED));
        }

        @Test
        void callingOffTwiceIsCallingOffOnce() {
            at(NOW).given(placed(), calledOff())
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectNoEvents();
            at(NOW).given(paidAndConfirmed())
                    .andGiven(refunded())
                    .when(new CancelForEvent(ORDER), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void onlyTheSystemCallsOff() {
            at(NOW).given(placed())
                    .when(new CancelForEvent(ORDER), BY_GUEST)
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }
    }

    @Nested
    class GivingBack {
        private final Object[] declined = {placed(), requested(), opened(), captured(PAYMENT, TOTAL), expired(), late()
        };

        @Test
        void moneyThatWentBackIsRecordedOnce() {
            RefundCompleted completed =
                    new RefundCompleted(ORDER, EVENT, REFUND, PAYMENT, TOTAL, RefundReason.LATE_PAYMENT, false);
            at(NOW).given(declined)
                    .when(new RecordRefund(ORDER, REFUND, "rfnd_1", TOTAL), BY_SYSTEM)
                    .expectEvents(completed);
            at(NOW).given(declined)
                    .andGiven(completed)
                    .when(new RecordRefund(ORDER, REFUND, "rfnd_1", TOTAL), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void anotherAmountThatWentBackCompletesNothing() {
            for (Money other : List.of(Money.inr(100), TOTAL.plus(Money.inr(1)), new Money(TOTAL.amount(), "USD"))) {
                at(NOW).given(declined)
                        .when(new RecordRefund(ORDER, REFUND, "rfnd_1", other), BY_SYSTEM)
                        .expectNoEvents()
                        .expectException(refusedWith(ErrorCode.PAYMENT_MISMATCH));
            }
        }

        @Test
        void theLateNewsThatAnEarlierAttemptFailedChangesNothing() {
            at(NOW).given(declined)
                    .andGiven(
                            new RefundFailed(ORDER, REFUND, PAYMENT, 1, "No balance"),
                            new RefundRetried(ORDER, REFUND, PAYMENT, TOTAL, 2))
                    .when(new RecordRefundFailure(ORDER, REFUND, 1, "No balance"), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void aRefundThatFailedIsTriedAgain() {
            RefundFailed failed = new RefundFailed(ORDER, REFUND, PAYMENT, 1, "No balance");
            RefundRetried retried = new RefundRetried(ORDER, REFUND, PAYMENT, TOTAL, 2);
            at(NOW).given(declined)
                    .when(new RecordRefundFailure(ORDER, REFUND, 1, "No balance"), BY_SYSTEM)
                    .expectEvents(failed);
            at(NOW).given(declined)
                    .andGiven(failed)
                    .when(new RecordRefundFailure(ORDER, REFUND, 1, "No balance"), BY_SYSTEM)
                    .expectNoEvents();
            at(NOW).given(declined)
                    .andGiven(failed)
                    .when(new RetryRefund(ORDER, REFUND), BY_SYSTEM)
                    .expectEvents(retried);
            at(NOW).given(declined)
                    .andGiven(failed, retried)
                    .when(new RetryRefund(ORDER, REFUND), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void aRefundUnderWayIsNotTriedAgain() {
            at(NOW).given(declined)
                    .when(new RetryRefund(ORDER, REFUND), BY_SYSTEM)
                    .expectNoEvents();
        }
    }

    @Nested
    class Commission {
        @Test
        void aConfirmedOrderByAPromoterEarnsOnce() {
            at(NOW).given(paidAndConfirmed())
                    .when(new CheckCommission(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(true);
            at(NOW).given(paidAndConfirmed())
                    .when(new RecordCommission(ORDER), BY_SYSTEM)
                    .expectEvents(new CommissionRecorded(ORDER));
            at(NOW).given(paidAndConfirmed())
                    .andGiven(new CommissionRecorded(ORDER))
                    .when(new CheckCommission(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(false);
            at(NOW).given(paidAndConfirmed())
                    .andGiven(new CommissionRecorded(ORDER))
                    .when(new RecordCommission(ORDER), BY_SYSTEM)
                    .expectNoEvents();
        }

        @Test
        void whatIsUnconfirmedGivenBackOrWithoutPromoterEarnsNothing() {
            at(NOW).given(placed()).when(new CheckCommission(ORDER), BY_SYSTEM).expectResultMessagePayload(false);
            at(NOW).given(paidAndConfirmed())
                    .andGiven(refunded())
                    .when(new CheckCommission(ORDER), BY_SYSTEM)
                    .expectResultMessagePayload(false);
        }
    }

    @Test
    void aTicketOfAnOrderLeadsBackToIt() {
        assertThat(TicketId.of(ORDER, 2).orderId()).isEqualTo(ORDER);
    }

    private static AggregateTestFixture<Order> at(Instant now) {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.registerInjectableResource(SIGNATURES);
        fixture.registerRepositoryProvider(OrderFixtures::recording);
        return fixture;
    }

    @Test
    void anOrderNotesThePromoCodeThatMadeItsDiscount() {
        AppliedPromo promo = new AppliedPromo(PromoCodeId.of(EVENT, "SUMMER"), "SUMMER", Money.inr(20_000));
        PromoCodeApplied applied =
                new PromoCodeApplied(ORDER, EVENT, promo.promoCodeId(), promo.code(), promo.discount());
        at(NOW).givenNoPriorActivity().when(open("print", promo), BY_GUEST).expectEvents(placed(), applied);
        at(NOW).given(placed(), applied).when(open("print", promo), BY_GUEST).expectNoEvents();
        at(NOW).given(placed(), applied)
                .when(new CheckFulfilment(ORDER), BY_SYSTEM)
                .expectResultMessagePayload(
                        new Fulfilment(ORDER, EVENT, GUEST, placed().lines(), promo.promoCodeId(), Step.WAIT));
    }

    private static void nextStep(Step step, Object... history) {
        TestExecutor<Order> given = at(NOW).given(history);
        OrderPlaced order = (OrderPlaced) history[0];
        given.when(new CheckFulfilment(ORDER), BY_SYSTEM)
                .expectNoEvents()
                .expectResultMessagePayload(new Fulfilment(ORDER, EVENT, GUEST, order.lines(), null, step));
    }

    private static OpenOrder open(String fingerprint) {
        return open(fingerprint, null);
    }

    private static OpenOrder open(String fingerprint, @Nullable AppliedPromo promo) {
        return new OpenOrder(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                LINES,
                quote().amounts(),
                BUYER,
                fingerprint,
                PROMOTER,
                promo,
                HELD_UNTIL);
    }

    private static VerifyPayment proof(String gatewayOrder, String signature) {
        return new VerifyPayment(ORDER, gatewayOrder, PAYMENT, signature);
    }

    private static RecordCapture capture(String payment, Money amount) {
        return new RecordCapture(ORDER, CHECKOUT, payment, amount);
    }

    private static Object[] paidAndConfirmed() {
        return new Object[] {placed(), requested(), opened(), captured(PAYMENT, TOTAL), confirmed()};
    }

    private static CheckoutOrder checkout() {
        return new CheckoutOrder(ORDER, CHECKOUT, TOTAL, "key_1");
    }

    private static PaymentRequested requested() {
        return new PaymentRequested(ORDER, TOTAL);
    }

    private static GatewayOrderOpened opened() {
        return new GatewayOrderOpened(ORDER, "sandbox", CHECKOUT, "key_1", TOTAL);
    }

    private static PaymentVerified verified(String payment) {
        return new PaymentVerified(ORDER, CHECKOUT, payment, TOTAL);
    }

    private static PaymentCaptured captured(String payment, Money amount) {
        return new PaymentCaptured(ORDER, EVENT, CHECKOUT, payment, amount);
    }

    private static OrderExpired expired() {
        return new OrderExpired(ORDER, EVENT, LINES);
    }

    private static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, EVENT, LINES, "Changed plans");
    }

    private static OrderCancelled calledOff() {
        return new OrderCancelled(ORDER, EVENT, LINES, "The event was cancelled.");
    }

    private static RefundRequested late() {
        return refund(PAYMENT, TOTAL, RefundReason.LATE_PAYMENT);
    }

    private static RefundRequested refund(String payment, Money amount, RefundReason reason) {
        return new RefundRequested(ORDER, EVENT, RefundId.of(ORDER, payment), payment, amount, reason, false);
    }

    private static OrderConfirmed confirmed() {
        return new OrderConfirmed(
                ORDER, EVENT, VENUE, CREATOR, GUEST, LINES, quote().amounts(), PROMOTER, PAYMENT, issued());
    }

    private static OrderRefunded refunded() {
        return new OrderRefunded(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                LINES,
                quote().amounts(),
                PROMOTER,
                issued(),
                RefundReason.EVENT_CANCELLED);
    }

    private static List<IssuedTicket> issued() {
        return List.of(
                new IssuedTicket(TicketId.of(ORDER, 1), LINES.getFirst().tierId()),
                new IssuedTicket(TicketId.of(ORDER, 2), LINES.getFirst().tierId()));
    }

    private static TicketIssued ticket(int number) {
        OrderLine line = LINES.getFirst();
        return new TicketIssued(
                TicketId.of(ORDER, number),
                ORDER,
                EVENT,
                line.tierId(),
                line.tierName(),
                line.entryType(),
                1,
                false,
                GUEST,
                BUYER,
                1);
    }
}
