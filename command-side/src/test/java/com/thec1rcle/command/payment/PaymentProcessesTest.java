package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.NoticeEvent.NoticeReceived;
import com.thec1rcle.kernel.payment.NoticeId;
import com.thec1rcle.kernel.payment.NoticeKind;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentProcessesTest {
    private static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final EventId EVENT = new EventId("event-1");
    private static final Money TOTAL = Money.inr(195_930);
    private static final RefundId REFUND = RefundId.of(ORDER, "pay_1");

    private final GatewayOrders gatewayOrders = mock(GatewayOrders.class);
    private final OpenQuestions questions = mock(OpenQuestions.class);
    private final PaidOrders paidOrders = mock(PaidOrders.class);
    private final Commands commands = mock(Commands.class);

    /** What the guest's own request did not finish is left open; what it did is not touched again. */
    @Nested
    class FollowingUp {
        private final Errands errands = new Errands(Clock.fixed(NOW, ZoneOffset.UTC));
        private final PaymentFollowUp followUp =
                new PaymentFollowUp(errands, questions, PaymentReconciliationTest.SETTINGS);
        private final PaymentRequested requested = new PaymentRequested(ORDER, TOTAL);
        private final PaymentVerified verified = new PaymentVerified(ORDER, "order_1", "pay_1", TOTAL);

        @Test
        void whatTheGuestsRequestFinishedIsDone() throws Exception {
            errands.run(GatewayOpening.errand(ORDER), () -> "order_1");
            errands.run(Captures.errand(ORDER, "pay_1"), () -> "captured");
            followUp.on(requested, NOW);
            followUp.on(verified, NOW);
            verifyNoInteractions(questions);
        }

        @Test
        void whatItCouldNotFinishIsAskedAtOnce() {
            failing(GatewayOpening.errand(ORDER));
            followUp.on(requested, NOW);
            verify(questions).raise(ORDER, NOW);
        }

        @Test
        void whatSomebodyElseMayBeFinishingIsAskedALittleLater() {
            followUp.on(verified, NOW);
            verify(questions).raise(ORDER, NOW.plusSeconds(15));
        }

        @Test
        void anOpenCheckoutIsLookedAtUntilTheOrderIsConfirmed() {
            followUp.on(new GatewayOrderOpened(ORDER, "sandbox", "order_1", "key_1", TOTAL), NOW);
            verify(questions).note(ORDER, NOW.plus(PaymentReconciliationTest.SETTINGS.firstLook()));
            followUp.on(confirmed());
            verify(questions).drop(ORDER);
        }

        private void failing(String errand) {
            try {
                errands.run(errand, () -> {
                    throw new GatewayUnavailable("Down.", null);
                });
            } catch (Exception expected) {
                verifyNoInteractions(questions);
            }
        }
    }

    @Nested
    class GivingBack {
        private final Timers timers = mock(Timers.class);
        private final RefundExecution refunds = new RefundExecution(
                questions,
                timers,
                new PaymentSettings(
                        PaymentSettings.Provider.SANDBOX, null, null, List.of(), "INR", Duration.ofMinutes(15), 3));

        @Test
        void moneyThatIsToGoBackIsSeenToByManyAtATime() {
            refunds.on(
                    new RefundRequested(ORDER, EVENT, REFUND, "pay_1", TOTAL, RefundReason.LATE_PAYMENT, false), NOW);
            verify(questions).raise(ORDER, NOW);
            refunds.on(new RefundRetried(ORDER, REFUND, "pay_1", TOTAL, 2), NOW.plusSeconds(1));
            verify(questions).raise(ORDER, NOW.plusSeconds(1));
        }

        @Test
        void aRefundThatFailedIsTriedAgainEverMorePatiently() {
            refunds.on(new RefundFailed(ORDER, REFUND, "pay_1", 2, "No balance"), NOW);
            verify(timers)
                    .set("refund-retry:" + REFUND, NOW.plus(Duration.ofMinutes(30)), new RetryRefund(ORDER, REFUND));
        }

        @Test
        void afterTheLastAttemptAPersonIsNeeded() {
            refunds.on(new RefundFailed(ORDER, REFUND, "pay_1", 3, "No balance"), NOW);
            verifyNoInteractions(timers);
        }
    }

    @Nested
    class Notices {
        private final NoticeHandling notices = new NoticeHandling(gatewayOrders, questions, paidOrders, commands);

        @BeforeEach
        void theGatewayOrderIsOurs() {
            when(gatewayOrders.find("order_1")).thenReturn(Optional.of(ORDER));
        }

        @Test
        void aNoticeOfACaptureSeesTheOrderThrough() throws Exception {
            notices.on(notice(NoticeKind.PAYMENT_CAPTURED, "order_1"), NOW);
            verify(paidOrders).settle(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL));
        }

        @Test
        void anAuthorisedPaymentIsCapturedEvenIfTheGuestNeverCameBackAndNoNoticeWaitsForTheGateway() throws Exception {
            notices.on(notice(NoticeKind.PAYMENT_AUTHORIZED, "order_1"), NOW);
            verify(questions).raise(ORDER, NOW);
            verifyNoInteractions(commands, paidOrders);
        }

        @Test
        void aNoticeOfAFailureReachesItsOrder() throws Exception {
            notices.on(notice(NoticeKind.PAYMENT_FAILED, "order_1"), NOW);
            verify(commands).ask(new RecordPaymentFailure(ORDER, "order_1", "pay_1", "The gateway gave no reason."));
        }

        @Test
        void aNoticeOfARefundReachesItsOrderWithTheAmountThatWentBack() throws Exception {
            notices.on(refunded(null, TOTAL), NOW);
            verify(commands).ask(new RecordRefund(ORDER, REFUND, "rfnd_1", TOTAL));
            RefundId ofTickets = new RefundId("refund-1");
            notices.on(refunded(ofTickets, Money.inr(90_000)), NOW);
            verify(commands).ask(new RecordRefund(ORDER, ofTickets, "rfnd_1", Money.inr(90_000)));
        }

        @Test
        void aRefundOfAnotherAmountIsPassedOver() throws Exception {
            Money part = Money.inr(10_000);
            refuses(ErrorCode.PAYMENT_MISMATCH, new RecordRefund(ORDER, REFUND, "rfnd_1", part));
            assertThatNoException().isThrownBy(() -> notices.on(refunded(null, part), NOW));
            refuses(ErrorCode.OUTCOME_UNKNOWN, new RecordRefund(ORDER, REFUND, "rfnd_1", part));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> notices.on(refunded(null, part), NOW));
        }

        @Test
        void whichAttemptFailedTheGatewayIsAsked() throws Exception {
            notices.on(notice(NoticeKind.REFUND_FAILED, "order_1"), NOW);
            verify(questions).raise(ORDER, NOW);
            verifyNoInteractions(commands, paidOrders);
        }

        private void refuses(ErrorCode code, RecordRefund command) throws Refusal {
            doThrow(new Refusal(code, "No.")).when(commands).ask(command);
        }

        @Test
        void aNoticeOfSomebodyElsesOrderConcernsNobody() throws Exception {
            when(gatewayOrders.find("order_2")).thenReturn(Optional.empty());
            notices.on(notice(NoticeKind.PAYMENT_CAPTURED, "order_2"), NOW);
            notices.on(notice(NoticeKind.OTHER, "order_1"), NOW);
            verifyNoInteractions(commands, paidOrders, questions);
        }
    }

    private static NoticeReceived refunded(@Nullable RefundId refundId, Money amount) {
        return new NoticeReceived(
                NoticeId.of("evt_1"),
                NoticeKind.REFUND_PROCESSED,
                "order_1",
                "pay_1",
                refundId,
                "rfnd_1",
                amount,
                null);
    }

    private static NoticeReceived notice(NoticeKind kind, String gatewayOrder) {
        return new NoticeReceived(NoticeId.of("evt_1"), kind, gatewayOrder, "pay_1", null, null, TOTAL, null);
    }

    private static OrderConfirmed confirmed() {
        Money zero = Money.inr(0);
        return new OrderConfirmed(
                ORDER,
                EVENT,
                new VenueId("venue-1"),
                EventCreator.host(new HostId("host-1")),
                new UserId("guest-1"),
                List.of(),
                new Amounts(TOTAL, zero, zero, zero, zero, TOTAL),
                null,
                "pay_1",
                List.of());
    }
}
