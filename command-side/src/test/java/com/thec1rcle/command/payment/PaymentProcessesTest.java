package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class PaymentProcessesTest {
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final EventId EVENT = new EventId("event-1");
    private static final Money TOTAL = Money.inr(195_930);
    private static final RefundId REFUND = RefundId.of(ORDER, "pay_1");
    private static final RefundRequested REFUND_REQUESTED =
            new RefundRequested(ORDER, EVENT, REFUND, "pay_1", TOTAL, RefundReason.LATE_PAYMENT, false);

    private final PaymentGateway gateway = mock(PaymentGateway.class);
    private final GatewayOrders gatewayOrders = mock(GatewayOrders.class);
    private final Commands commands = mock(Commands.class);
    private final Timers timers = mock(Timers.class);
    private final Captures captures = new Captures(gateway, commands);
    private final RefundExecution refunds = new RefundExecution(
            gateway,
            commands,
            timers,
            new PaymentSettings(
                    PaymentSettings.Provider.SANDBOX, null, null, List.of(), "INR", Duration.ofMinutes(15), 3));
    private final NoticeHandling notices = new NoticeHandling(gatewayOrders, captures, commands);

    @BeforeEach
    void theGatewayOrderIsOurs() {
        when(gatewayOrders.find("order_1")).thenReturn(Optional.of(ORDER));
    }

    @Test
    void theGatewayOrderIsRememberedBeforeAnybodyCanPayIt() throws Exception {
        when(gateway.openOrder(ORDER, TOTAL)).thenReturn("order_1");
        initiation().on(new PaymentRequested(ORDER, TOTAL));
        InOrder steps = inOrder(gatewayOrders, commands);
        steps.verify(gatewayOrders).remember("order_1", ORDER);
        steps.verify(commands).ask(new RecordGatewayOrder(ORDER, "sandbox", "order_1", "key_1"));
    }

    @Test
    void aGatewayThatIsDownIsAskedAgainLater() {
        when(gateway.openOrder(ORDER, TOTAL)).thenThrow(new GatewayUnavailable("Down.", null));
        assertThatThrownBy(() -> initiation().on(new PaymentRequested(ORDER, TOTAL)))
                .isInstanceOf(GatewayUnavailable.class);
        verifyNoInteractions(commands);
    }

    @Test
    void aProvenPaymentIsCaptured() throws Exception {
        when(gateway.capture("order_1", "pay_1", TOTAL)).thenReturn(new PaymentGateway.Capture.Taken(TOTAL));
        new PaymentCapture(captures).on(new PaymentVerified(ORDER, "order_1", "pay_1", TOTAL));
        verify(commands).ask(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL));
    }

    @Test
    void aCaptureThatFailsIsToldToTheOrder() throws Exception {
        when(gateway.capture("order_1", "pay_1", TOTAL)).thenReturn(new PaymentGateway.Capture.Failed("No funds"));
        new PaymentCapture(captures).on(new PaymentVerified(ORDER, "order_1", "pay_1", TOTAL));
        verify(commands).ask(new RecordPaymentFailure(ORDER, "order_1", "pay_1", "No funds"));
    }

    @Test
    void moneyGoesBackUnderTheRefundsOwnKey() throws Exception {
        RefundRequest request = new RefundRequest(ORDER, REFUND, "pay_1", TOTAL, 1);
        when(gateway.refund(request)).thenReturn(new PaymentGateway.Refund.Done("rfnd_1"));
        refunds.on(REFUND_REQUESTED);
        verify(commands).ask(new RecordRefund(ORDER, REFUND, "rfnd_1"));
    }

    @Test
    void aRefundThatIsPendingWaitsForItsNotice() throws Exception {
        when(gateway.refund(any())).thenReturn(new PaymentGateway.Refund.Pending("rfnd_1"));
        refunds.on(REFUND_REQUESTED);
        verifyNoInteractions(commands);
    }

    @Test
    void aRefundThatFailedIsTriedAgainUnderANewKeyAndEverMorePatiently() throws Exception {
        when(gateway.refund(any())).thenReturn(new PaymentGateway.Refund.Failed("No balance"));
        refunds.on(new RefundRetried(ORDER, REFUND, "pay_1", TOTAL, 2));
        verify(gateway).refund(new RefundRequest(ORDER, REFUND, "pay_1", TOTAL, 2));
        verify(commands).ask(new RecordRefundFailure(ORDER, REFUND, "No balance"));
        Instant at = Instant.parse("2026-12-04T12:00:00Z");
        refunds.on(new RefundFailed(ORDER, REFUND, "pay_1", 2, "No balance"), at);
        verify(timers).set("refund-retry:" + REFUND, at.plus(Duration.ofMinutes(30)), new RetryRefund(ORDER, REFUND));
    }

    @Test
    void afterTheLastAttemptAPersonIsNeeded() {
        refunds.on(new RefundFailed(ORDER, REFUND, "pay_1", 3, "No balance"), Instant.EPOCH);
        verifyNoInteractions(timers);
    }

    @Test
    void aNoticeOfACaptureReachesItsOrder() throws Exception {
        notices.on(notice(NoticeKind.PAYMENT_CAPTURED, "order_1"));
        verify(commands).ask(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL));
    }

    @Test
    void anAuthorisedPaymentIsCapturedEvenIfTheGuestNeverCameBack() throws Exception {
        when(gateway.capture("order_1", "pay_1", TOTAL)).thenReturn(new PaymentGateway.Capture.Taken(TOTAL));
        notices.on(notice(NoticeKind.PAYMENT_AUTHORIZED, "order_1"));
        verify(commands).ask(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL));
    }

    @Test
    void aNoticeOfAFailureOrARefundReachesItsOrder() throws Exception {
        notices.on(notice(NoticeKind.PAYMENT_FAILED, "order_1"));
        verify(commands).ask(new RecordPaymentFailure(ORDER, "order_1", "pay_1", "The gateway gave no reason."));
        notices.on(notice(NoticeKind.REFUND_PROCESSED, "order_1"));
        verify(commands).ask(new RecordRefund(ORDER, REFUND, "unknown"));
        notices.on(notice(NoticeKind.REFUND_FAILED, "order_1"));
        verify(commands).ask(new RecordRefundFailure(ORDER, REFUND, "The gateway gave no reason."));
    }

    @Test
    void aNoticeOfSomebodyElsesOrderConcernsNobody() throws Exception {
        when(gatewayOrders.find("order_2")).thenReturn(Optional.empty());
        notices.on(notice(NoticeKind.PAYMENT_CAPTURED, "order_2"));
        notices.on(notice(NoticeKind.OTHER, "order_1"));
        verifyNoInteractions(commands);
    }

    private PaymentInitiation initiation() {
        return new PaymentInitiation(
                gateway,
                gatewayOrders,
                new PaymentCredentials("sandbox", "key_1", "secret", List.of("hook"), "INR"),
                commands);
    }

    private static NoticeReceived notice(NoticeKind kind, String gatewayOrder) {
        return new NoticeReceived(NoticeId.of("evt_1"), kind, gatewayOrder, "pay_1", null, null, TOTAL, null);
    }
}
