package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.MovingClock;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.payment.PaymentGateway.Payment;
import com.thec1rcle.command.payment.PaymentGateway.Refund;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.DescribePayment;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.PaymentState;
import com.thec1rcle.kernel.payment.PaymentState.OpenRefund;
import com.thec1rcle.kernel.payment.RefundId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Money whose end is unknown is asked about until it is known, and not for ever. */
class PaymentReconciliationTest {
    static final ReconciliationSettings SETTINGS = new ReconciliationSettings(
            Duration.ofMillis(20),
            2,
            Duration.ofMinutes(3),
            Duration.ofHours(6),
            Duration.ofDays(4),
            Duration.ofDays(30));

    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final Money TOTAL = Money.inr(195_930);

    private final PaymentGateway adapter = mock(PaymentGateway.class);
    private final PaidOrders paidOrders = mock(PaidOrders.class);
    private final Commands commands = mock(Commands.class);
    private final VaultInMemory vault = new VaultInMemory();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-12-04T12:00:00Z"));
    private final OpenQuestions questions = new OpenQuestions(vault.template(), clock);
    private final GuardedPaymentGateway gateway = new GuardedPaymentGateway(
            adapter,
            new GatewaySettings(
                    URI.create("http://127.0.0.1"),
                    Duration.ofSeconds(4),
                    1,
                    Duration.ofMillis(10),
                    8,
                    50,
                    Duration.ofMillis(200)),
            new SimpleMeterRegistry());
    private final Errands errands = new Errands(clock);
    private final PaymentSettlement settlement = new PaymentSettlement(
            gateway,
            new GatewayOpening(
                    gateway,
                    new GatewayOrders(vault.template()),
                    new PaymentCredentials("sandbox", "key_1", "secret", List.of("hook"), "INR"),
                    commands),
            new Captures(gateway, paidOrders, commands),
            paidOrders,
            errands,
            commands);
    private final PaymentReconciliation reconciliation =
            new PaymentReconciliation(questions, settlement, gateway, SETTINGS, clock, new SimpleMeterRegistry());

    @BeforeEach
    void ordersAreFulfilled() throws Refusal {
        when(paidOrders.settle(any())).thenReturn(OrderStatus.CONFIRMED);
    }

    @AfterEach
    void stop() {
        reconciliation.stop();
        gateway.close();
        vault.close();
    }

    /** What is done about one order. */
    @Nested
    class Settling {
        @Test
        void anOrderThatWasNotOpenedIsOpenedAfterLookingForIt() throws Exception {
            knows(state(OrderStatus.PENDING_PAYMENT, true, null));
            when(adapter.openOrder(ORDER, TOTAL, true)).thenReturn("order_1");
            RecordGatewayOrder opened = new RecordGatewayOrder(ORDER, "sandbox", "order_1", "key_1");
            doReturn(new CheckoutOrder(ORDER, "order_1", TOTAL, "key_1"))
                    .when(commands)
                    .require(opened);
            settlement.settle(ORDER, false);
            verify(commands).require(opened);
        }

        @Test
        void aProvenPaymentIsCaptured() throws Exception {
            knows(state(OrderStatus.PENDING_PAYMENT, true, "order_1", "pay_1"));
            captures("pay_1");
            settlement.settle(ORDER, false);
            verify(paidOrders).settle(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL));
        }

        @Test
        void aPaymentThatNobodyToldOfIsFound() throws Exception {
            knows(state(OrderStatus.EXPIRED, false, "order_1"));
            captures("pay_2");
            when(adapter.paymentsOf("order_1"))
                    .thenReturn(List.of(
                            new Payment("pay_0", Payment.State.CREATED, TOTAL, null),
                            new Payment("pay_1", Payment.State.FAILED, TOTAL, "No funds"),
                            new Payment("pay_2", Payment.State.AUTHORIZED, TOTAL, null),
                            new Payment("pay_3", Payment.State.CAPTURED, Money.inr(7), null),
                            new Payment("pay_4", Payment.State.REFUNDED, TOTAL, null)));
            settlement.settle(ORDER, false);
            verify(commands).ask(new RecordPaymentFailure(ORDER, "order_1", "pay_1", "No funds"));
            verify(paidOrders).settle(new RecordCapture(ORDER, "order_1", "pay_2", TOTAL));
            verify(paidOrders).settle(new RecordCapture(ORDER, "order_1", "pay_3", Money.inr(7)));
        }

        @Test
        void whatIsNotWantedIsNotCapturedAndGoesBackByItself() throws Exception {
            when(adapter.paymentsOf("order_1"))
                    .thenReturn(List.of(new Payment("pay_1", Payment.State.AUTHORIZED, Money.inr(7), null)));
            knows(state(OrderStatus.PENDING_PAYMENT, true, "order_1"));
            settlement.settle(ORDER, false);
            when(adapter.paymentsOf("order_1"))
                    .thenReturn(List.of(new Payment("pay_1", Payment.State.AUTHORIZED, TOTAL, null)));
            knows(state(OrderStatus.CANCELLED, false, "order_1"));
            settlement.settle(ORDER, false);
            verify(adapter, never()).capture(any(), any(), any());
        }

        @Test
        void aPaidOrderIsNotAskedAbout() throws Exception {
            knows(paid());
            settlement.settle(ORDER, false);
            verify(adapter, never()).paymentsOf(any());
        }

        @Test
        void moneyGoesBackUnderTheRefundsOwnKeyAndIsLookedForWhenAskedAgain() throws Exception {
            OpenRefund open = new OpenRefund(RefundId.of(ORDER, "pay_1"), "pay_1", TOTAL, 1, false);
            OpenRefund failed = new OpenRefund(new RefundId("failed"), "pay_1", TOTAL, 8, true);
            RefundRequest request = new RefundRequest(ORDER, open.refundId(), "pay_1", TOTAL, 1);
            knows(paid(open, failed));
            when(adapter.refund(request)).thenReturn(new Refund.Pending("rfnd_1"));
            settlement.settle(ORDER, false);
            verify(commands, never()).ask(any());

            when(adapter.findRefund(request)).thenReturn(Optional.of(new Refund.Done("rfnd_1")));
            settlement.settle(ORDER, true);
            verify(commands).ask(new RecordRefund(ORDER, open.refundId(), "rfnd_1", TOTAL));

            when(adapter.findRefund(request)).thenReturn(Optional.empty());
            when(adapter.refund(request)).thenReturn(new Refund.Failed("No balance"));
            settlement.settle(ORDER, true);
            verify(commands).ask(new RecordRefundFailure(ORDER, open.refundId(), 1, "No balance"));
        }
    }

    /** When it is done, and until when. */
    @Nested
    class Asking {
        @BeforeEach
        void start() {
            reconciliation.start();
        }

        @Test
        void whatIsRaisedIsSettledAtOnceAndLeaves() throws Exception {
            knows(paid());
            questions.raise(ORDER, clock.instant());
            await().until(() -> questions.count() == 0);
        }

        @Test
        void aCheckoutThatNobodyPaysIsAskedAboutEverMorePatientlyAndNotForEver() throws Exception {
            knows(state(OrderStatus.EXPIRED, false, "order_1"));
            when(adapter.paymentsOf("order_1")).thenReturn(List.of());
            questions.note(ORDER, clock.instant().plus(SETTINGS.firstLook()));
            int hours = 0;
            while (questions.count() > 0) {
                clock.moveBy(Duration.ofHours(1));
                hours++;
                await().until(() -> questions.count() == 0 || questions.due(1).isEmpty());
                assertThat(hours).isLessThan(24 * 5);
            }
            assertThat(hours).isGreaterThan(24 * 3);
            verify(adapter, atMost(40)).paymentsOf("order_1");
        }

        @Test
        void anOrderThatWaitedForTheGatewayRecoversByItselfAndKeepsNobodyWaiting() throws Exception {
            knows(state(OrderStatus.PENDING_PAYMENT, true, "order_1", "pay_1"));
            doThrow(new GatewayUnavailable("Down.", null)).when(adapter).capture(any(), any(), any());
            questions.raise(ORDER, clock.instant());
            for (int i = 0; i < 10; i++) {
                clock.moveBy(Duration.ofSeconds(15));
                await().until(() -> !gateway.isReachable() || questions.due(1).isEmpty());
            }
            captures("pay_1");
            AtomicBoolean settled = new AtomicBoolean();
            when(paidOrders.settle(new RecordCapture(ORDER, "order_1", "pay_1", TOTAL)))
                    .thenAnswer(call -> {
                        settled.set(true);
                        return OrderStatus.CONFIRMED;
                    });
            await().until(() -> {
                clock.moveBy(Duration.ofSeconds(1));
                return settled.get();
            });
        }

        @Test
        void whatFailsForAnotherReasonIsTriedAgainLater() throws Exception {
            doThrow(new Refusal(ErrorCode.TOO_BUSY, "Busy.")).when(commands).require(new DescribePayment(ORDER));
            questions.raise(ORDER, clock.instant());
            await().until(() -> questions.due(1).isEmpty());
            assertThat(questions.count()).isEqualTo(1);
            knows(paid());
            clock.moveBy(Duration.ofHours(7));
            await().until(() -> questions.count() == 0);
        }

        @Test
        void whatIsMoreThanTheWorkersCanTakeWaitsItsTurn() throws Exception {
            int raised = 100;
            int taken = SETTINGS.workers() + PaymentReconciliation.QUEUE;
            CountDownLatch slow = new CountDownLatch(1);
            doAnswer(call -> {
                        slow.await();
                        return paid();
                    })
                    .when(commands)
                    .require(any(DescribePayment.class));
            for (int i = 0; i < raised; i++) {
                questions.raise(new OrderId("order-" + i), clock.instant());
            }
            await().until(() -> questions.due(raised).size() == raised - taken);
            await().during(5 * SETTINGS.interval().toMillis(), TimeUnit.MILLISECONDS)
                    .until(() -> questions.due(raised).size() == raised - taken);
            slow.countDown();
            await().until(() -> questions.count() == 0);
        }

        @Test
        void whatIsOpenForTooLongIsLeftToAPerson() throws Exception {
            knows(paid(new OpenRefund(RefundId.of(ORDER, "pay_1"), "pay_1", TOTAL, 1, false)));
            when(adapter.refund(any())).thenReturn(new Refund.Pending("rfnd_1"));
            when(adapter.findRefund(any())).thenReturn(Optional.of(new Refund.Pending("rfnd_1")));
            questions.raise(ORDER, clock.instant());
            await().until(() -> questions.due(1).isEmpty());
            clock.moveBy(Duration.ofDays(31));
            await().until(() -> questions.count() == 0);
        }
    }

    private void knows(PaymentState state) throws Refusal {
        doReturn(state).when(commands).require(new DescribePayment(ORDER));
    }

    private void captures(String paymentId) {
        doReturn(new PaymentGateway.Capture.Taken(TOTAL)).when(adapter).capture("order_1", paymentId, TOTAL);
        doReturn("unused").when(adapter).openOrder(any(), any(), anyBoolean());
    }

    private static PaymentState state(
            OrderStatus status, boolean payable, @Nullable String gatewayOrderId, String... proven) {
        return new PaymentState(ORDER, status, TOTAL, payable, true, gatewayOrderId, false, List.of(proven), List.of());
    }

    private static PaymentState paid(OpenRefund... refunds) {
        return new PaymentState(
                ORDER, OrderStatus.CONFIRMED, TOTAL, false, true, "order_1", true, List.of(), List.of(refunds));
    }
}
