package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RequestPayment;
import com.thec1rcle.kernel.order.OrderCommand.VerifyPayment;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.CheckoutCommand.BeginPayment;
import com.thec1rcle.kernel.payment.CheckoutCommand.ProvePayment;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.ProvenPayment;
import com.thec1rcle.kernel.payment.RequestedPayment;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class PaymentCheckoutTest {
    private static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final Actor GUEST = Actor.user(new UserId("guest-1"));
    private static final Money TOTAL = Money.inr(195_930);
    private static final CheckoutOrder CHECKOUT = new CheckoutOrder(ORDER, "order_1", TOTAL, "key_1");
    private static final GatewayUnavailable DOWN = new GatewayUnavailable("Down.", null);

    private final PaymentGateway gateway = mock(PaymentGateway.class);
    private final GatewayOrders gatewayOrders = mock(GatewayOrders.class);
    private final PaidOrders paidOrders = mock(PaidOrders.class);
    private final Commands commands = mock(Commands.class);
    private final Errands errands = new Errands(Clock.fixed(NOW, ZoneOffset.UTC));
    private final PaymentCheckout checkout = new PaymentCheckout(
            new GatewayOpening(
                    gateway,
                    gatewayOrders,
                    new PaymentCredentials("sandbox", "key_1", "secret", List.of("hook"), "INR"),
                    commands),
            new Captures(gateway, paidOrders, commands),
            errands,
            commands,
            new GatewaySettings(
                    URI.create("https://api.razorpay.com"),
                    Duration.ofSeconds(4),
                    2,
                    Duration.ofMillis(200),
                    32,
                    50,
                    Duration.ofSeconds(5)));

    @Nested
    class Beginning {
        private final BeginPayment begin = new BeginPayment(ORDER);
        private final RecordGatewayOrder recorded = new RecordGatewayOrder(ORDER, "sandbox", "order_1", "key_1");

        @Test
        void theGatewayOrderIsRememberedBeforeAnybodyCanPayItAndAnsweredAtOnce() throws Exception {
            requested(false, null);
            when(gateway.openOrder(ORDER, TOTAL, false)).thenReturn("order_1");
            doReturn(CHECKOUT).when(commands).require(recorded);
            assertThat(checkout.handle(begin, GUEST)).isEqualTo(CHECKOUT);
            InOrder steps = inOrder(gatewayOrders, commands);
            steps.verify(gatewayOrders).remember("order_1", ORDER);
            steps.verify(commands).require(recorded);
            assertThat(errands.fateOf(GatewayOpening.errand(ORDER), NOW)).isEqualTo(Errands.Fate.DONE);
        }

        @Test
        void whatIsOpenIsAnsweredWithoutTheGateway() throws Exception {
            requested(true, CHECKOUT);
            assertThat(checkout.handle(begin, GUEST)).isEqualTo(CHECKOUT);
            verifyNoInteractions(gateway);
        }

        @Test
        void anOrderThatMayBeOpenIsLookedForFirst() throws Exception {
            requested(true, null);
            when(gateway.openOrder(ORDER, TOTAL, true)).thenReturn("order_1");
            doReturn(CHECKOUT).when(commands).require(recorded);
            assertThat(checkout.handle(begin, GUEST)).isEqualTo(CHECKOUT);
        }

        @Test
        void aGatewayThatIsDownIsSaidToBeAndTheOrderIsSeenToLater() throws Exception {
            requested(false, null);
            when(gateway.openOrder(ORDER, TOTAL, false)).thenThrow(DOWN);
            assertThatThrownBy(() -> checkout.handle(begin, GUEST)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
                assertThat(refusal.details().facts()).containsEntry("retryAfter", "5");
            });
            assertThat(errands.fateOf(GatewayOpening.errand(ORDER), NOW)).isEqualTo(Errands.Fate.FAILED);
        }

        @Test
        void aGatewayThatRefusesIsQuoted() throws Exception {
            requested(false, null);
            when(gateway.openOrder(ORDER, TOTAL, false)).thenThrow(new GatewayRefused("Currency not enabled."));
            assertThatThrownBy(() -> checkout.handle(begin, GUEST)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.GATEWAY_REFUSED);
                assertThat(refusal.details().message()).contains("Currency not enabled.");
            });
        }

        @Test
        void whatTheOrderRefusesNeverReachesTheGateway() throws Exception {
            doThrow(new Refusal(ErrorCode.FORBIDDEN, "Not yours."))
                    .when(commands)
                    .require(new RequestPayment(ORDER), GUEST);
            assertThatThrownBy(() -> checkout.handle(begin, GUEST)).isInstanceOf(Refusal.class);
            verifyNoInteractions(gateway);
        }

        private void requested(boolean again, CheckoutOrder before) throws Refusal {
            doReturn(new RequestedPayment(ORDER, TOTAL, again, before))
                    .when(commands)
                    .require(new RequestPayment(ORDER), GUEST);
        }
    }

    @Nested
    class Proving {
        private final ProvePayment proof = new ProvePayment(ORDER, "order_1", "pay_1", "signature");
        private final RecordCapture money = new RecordCapture(ORDER, "order_1", "pay_1", TOTAL);

        @BeforeEach
        void theProofHolds() throws Refusal {
            proven(new ProvenPayment(OrderStatus.PENDING_PAYMENT, TOTAL, false));
        }

        @Test
        void aProvenPaymentIsCapturedAndTheOrderConfirmedWithTheAnswer() throws Exception {
            when(gateway.capture("order_1", "pay_1", TOTAL)).thenReturn(new PaymentGateway.Capture.Taken(TOTAL));
            when(paidOrders.settle(money)).thenReturn(OrderStatus.CONFIRMED);
            assertThat(checkout.handle(proof, GUEST)).isEqualTo(OrderStatus.CONFIRMED);
            assertThat(errands.fateOf(Captures.errand(ORDER, "pay_1"), NOW)).isEqualTo(Errands.Fate.DONE);
        }

        @Test
        void aCaptureThatFailsIsToldToTheOrder() throws Exception {
            when(gateway.capture("order_1", "pay_1", TOTAL)).thenReturn(new PaymentGateway.Capture.Failed("No funds"));
            stands(OrderStatus.PENDING_PAYMENT);
            assertThat(checkout.handle(proof, GUEST)).isEqualTo(OrderStatus.PENDING_PAYMENT);
            verify(commands).ask(new RecordPaymentFailure(ORDER, "order_1", "pay_1", "No funds"));
            verifyNoInteractions(paidOrders);
        }

        @Test
        void whatIsCapturedAlreadyIsNotCapturedAgain() throws Exception {
            proven(new ProvenPayment(OrderStatus.CONFIRMED, TOTAL, true));
            assertThat(checkout.handle(proof, GUEST)).isEqualTo(OrderStatus.CONFIRMED);
            verifyNoInteractions(gateway, paidOrders);
        }

        /** The proof is on disk: the guest need not prove it again. */
        @Test
        void whenTheGatewayIsDownTheProofStandsAndIsSeenToLater() throws Exception {
            when(gateway.capture("order_1", "pay_1", TOTAL)).thenThrow(DOWN);
            stands(OrderStatus.PENDING_PAYMENT);
            assertThat(checkout.handle(proof, GUEST)).isEqualTo(OrderStatus.PENDING_PAYMENT);
            assertThat(errands.fateOf(Captures.errand(ORDER, "pay_1"), NOW)).isEqualTo(Errands.Fate.FAILED);
            verify(commands, never()).ask(any());
        }

        private void proven(ProvenPayment payment) throws Refusal {
            doReturn(payment).when(commands).require(new VerifyPayment(ORDER, "order_1", "pay_1", "signature"), GUEST);
        }

        private void stands(OrderStatus status) throws Refusal {
            doReturn(status).when(commands).require(new DescribeOrder(ORDER));
        }
    }
}
