package com.thec1rcle.command.payment.razorpay;

import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.breaksOff;
import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.doesAndSays;
import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.hangsUp;
import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.command.payment.GatewayRefused;
import com.thec1rcle.command.payment.GatewaySettings;
import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.command.payment.PaymentCredentials;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.PaymentGateway.Capture;
import com.thec1rcle.command.payment.PaymentGateway.Payment;
import com.thec1rcle.command.payment.PaymentGateway.Refund;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a server that answers as Razorpay's does. */
class RazorpayPaymentGatewayTest {
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final Money TOTAL = Money.inr(195_930);

    private final FakeRazorpay razorpay = FakeRazorpay.start();
    private final PaymentGateway gateway = gatewayAt(razorpay.url(), FakeRazorpay.KEY_SECRET);

    @AfterEach
    void stop() {
        razorpay.close();
    }

    @Nested
    class Opening {
        @Test
        void anOrderIsOpenedForTheAmountUnderOurOwnReceipt() {
            String id = open(false);
            assertThat(razorpay.orders()).singleElement().satisfies(order -> {
                assertThat(order.path("id").asString()).isEqualTo(id);
                assertThat(order.path("amount").asLong()).isEqualTo(195_930);
                assertThat(order.path("currency").asString()).isEqualTo("INR");
                assertThat(order.path("receipt").asString()).isEqualTo(ORDER.value());
            });
        }

        @Test
        void anOrderWhoseAnswerWasLostIsFoundAndNotOpenedTwice() {
            razorpay.next(breaksOff());
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
            String id = open(true);
            assertThat(open(true)).isEqualTo(id);
            assertThat(razorpay.orders()).hasSize(1);
        }

        @Test
        void whatWasNeverOpenedIsOpenedWhenAskedAgain() {
            razorpay.next(hangsUp());
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
            open(true);
            assertThat(razorpay.orders()).hasSize(1);
        }

        @Test
        void anOrderOfSomebodyElseIsNotTakenForOurs() {
            gateway.openOrder(new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b002"), TOTAL, false);
            open(true);
            assertThat(razorpay.orders()).hasSize(2);
        }

        @Test
        void theReceiptIsNeverTooLong() {
            OrderId longest = new OrderId("o".repeat(200));
            assertThat(RazorpayPaymentGateway.receiptOf(longest))
                    .hasSizeLessThanOrEqualTo(40)
                    .isEqualTo(RazorpayPaymentGateway.receiptOf(longest));
            gateway.openOrder(longest, TOTAL, false);
        }

        @Test
        void aClearNoIsARefusalWithItsReason() {
            assertThatThrownBy(() -> gateway.openOrder(ORDER, Money.inr(99), false))
                    .isInstanceOf(GatewayRefused.class)
                    .hasMessageContaining("minimum amount");
        }

        @Test
        void wrongKeysAreNoRefusalOfThisOrder() {
            assertThatThrownBy(() -> gatewayAt(razorpay.url(), "wrong").openOrder(ORDER, TOTAL, false))
                    .isInstanceOf(GatewayUnavailable.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining("wrong");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "<html><body>Bad gateway</body></html>",
                    "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":1959",
                    "{}",
                    "[]",
                    "null",
                    "{\"entity\":\"order\",\"amount\":195930,\"currency\":\"INR\"}",
                    "{\"id\":\"\",\"entity\":\"order\",\"amount\":195930,\"currency\":\"INR\"}",
                    "{\"id\":\"../../x\",\"entity\":\"order\",\"amount\":195930,\"currency\":\"INR\"}",
                    "{\"id\":7,\"entity\":\"order\",\"amount\":195930,\"currency\":\"INR\"}",
                    "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":195931,\"currency\":\"INR\"}",
                    "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":195930,\"currency\":\"USD\"}",
                    "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":195930,\"currency\":\"nonsense\"}",
                    "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":\"195930\",\"currency\":\"INR\"}",
                    "{\"id\":\"pay_1\",\"entity\":\"payment\",\"amount\":195930,\"currency\":\"INR\"}",
                    "{\"error\":\"yes\"}"
                })
        void nonsenseIsNoAnswer(String body) {
            razorpay.always(says(200, body));
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
            razorpay.always(says(502, body));
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
        }

        @Test
        void anAnswerWithoutEndIsNoAnswer() {
            razorpay.next(says(200, "{\"id\":\"order_1\",\"padding\":\"" + "x".repeat(2 << 20) + "\"}"));
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 403, 409, 429, 500, 502, 503, 504})
        void otherAnswersMeanLater(int status) {
            razorpay.next(says(status, FakeRazorpay.problem(status, "Later").body()));
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
        }

        @Test
        void nobodyAtTheOtherEndMeansLater() {
            razorpay.goDown();
            assertThatThrownBy(() -> open(false)).isInstanceOf(GatewayUnavailable.class);
            razorpay.comeBack();
            open(true);
        }

        private String open(boolean again) {
            return gateway.openOrder(ORDER, TOTAL, again);
        }
    }

    @Nested
    class Capturing {
        private final String orderId = gateway.openOrder(ORDER, TOTAL, false);

        @Test
        void anAuthorisedPaymentIsTakenOnce() {
            String paymentId = razorpay.pay(orderId, "authorized");
            assertThat(capture(paymentId)).isEqualTo(new Capture.Taken(TOTAL));
            assertThat(capture(paymentId)).isEqualTo(new Capture.Taken(TOTAL));
            assertThat(razorpay.payment(paymentId).path("status").asString()).isEqualTo("captured");
        }

        @Test
        void takenThoughTheAnswerWasLostIsTaken() {
            String paymentId = razorpay.pay(orderId, "authorized");
            razorpay.next(doesAndSays(500, "{}"));
            assertThatThrownBy(() -> capture(paymentId)).isInstanceOf(GatewayUnavailable.class);
            assertThat(capture(paymentId)).isEqualTo(new Capture.Taken(TOTAL));
        }

        @Test
        void whatTheGatewayTookOfAnotherAmountIsSaidAsItIs() {
            String paymentId = razorpay.pay(orderId, "captured", 100);
            assertThat(capture(paymentId)).isEqualTo(new Capture.Taken(Money.inr(100)));
        }

        @Test
        void anAuthorisationOfAnotherAmountIsNotTaken() {
            String paymentId = razorpay.pay(orderId, "authorized", 100);
            assertThat(capture(paymentId)).isInstanceOf(Capture.Failed.class);
            assertThat(razorpay.payment(paymentId).path("status").asString()).isEqualTo("authorized");
        }

        @Test
        void aFailedPaymentFailsWithItsReasonUntilItIsAuthorised() {
            String paymentId = razorpay.pay(orderId, "failed");
            assertThat(capture(paymentId)).isEqualTo(new Capture.Failed("The bank said no."));
            razorpay.becomes(paymentId, "authorized");
            assertThat(capture(paymentId)).isEqualTo(new Capture.Taken(TOTAL));
        }

        @Test
        void aPaymentThatIsNotThereYetMeansLater() {
            assertThatThrownBy(() -> capture(razorpay.pay(orderId, "created"))).isInstanceOf(GatewayUnavailable.class);
        }

        @Test
        void aPaymentOfAnotherOrderOrOfNobodyBringsNothing() {
            String other = gateway.openOrder(new OrderId("other"), TOTAL, false);
            assertThat(capture(razorpay.pay(other, "captured"))).isInstanceOf(Capture.Failed.class);
            assertThat(capture("pay_unknown")).isInstanceOf(Capture.Failed.class);
            assertThat(capture("../refunds")).isInstanceOf(Capture.Failed.class);
            assertThat(capture(razorpay.pay(orderId, "refunded"))).isInstanceOf(Capture.Failed.class);
        }

        @Test
        void thePaymentsOfAnOrderAreListed() {
            String paid = razorpay.pay(orderId, "captured");
            String failed = razorpay.pay(orderId, "failed");
            assertThat(gateway.paymentsOf(orderId))
                    .containsExactlyInAnyOrder(
                            new Payment(paid, Payment.State.CAPTURED, TOTAL, null),
                            new Payment(failed, Payment.State.FAILED, TOTAL, "The bank said no."));
            assertThat(gateway.paymentsOf("order_unknown")).isEmpty();
            razorpay.pay(orderId, "dreamt");
            assertThatThrownBy(() -> gateway.paymentsOf(orderId)).isInstanceOf(GatewayUnavailable.class);
        }

        private Capture capture(String paymentId) {
            return gateway.capture(orderId, paymentId, TOTAL);
        }
    }

    @Nested
    class GivingBack {
        private final String orderId = gateway.openOrder(ORDER, TOTAL, false);
        private final String paymentId = razorpay.pay(orderId, "captured");

        @Test
        void moneyGoesBackOnceUnderOneKey() {
            Refund first = gateway.refund(request(1));
            assertThat(first).isInstanceOf(Refund.Done.class).isEqualTo(gateway.refund(request(1)));
            assertThat(gateway.findRefund(request(1))).contains(first);
            assertThat(razorpay.refunds()).hasSize(1);
            assertThat(razorpay.held()).isZero();
        }

        @Test
        void partOfAPaymentGoesBack() {
            gateway.refund(new RefundRequest(ORDER, new RefundId("refund-of-part"), paymentId, Money.inr(500), 1));
            assertThat(razorpay.held()).isEqualTo(TOTAL.amount() - 500);
        }

        @Test
        void anAnswerThatWasLostLosesAndDoublesNothing() {
            razorpay.next(breaksOff());
            assertThatThrownBy(() -> gateway.refund(request(1))).isInstanceOf(GatewayUnavailable.class);
            assertThat(gateway.findRefund(request(1))).get().isInstanceOf(Refund.Done.class);
            assertThat(gateway.refund(request(1))).isInstanceOf(Refund.Done.class);
            assertThat(razorpay.refunds()).hasSize(1);
        }

        @Test
        void aRequestInFlightMeansLater() {
            razorpay.next(says(409, FakeRazorpay.problem(409, "In progress").body()));
            assertThatThrownBy(() -> gateway.refund(request(1))).isInstanceOf(GatewayUnavailable.class);
        }

        @Test
        void theSameKeyWithAnotherBodyIsRefusedAndGivesNothing() {
            gateway.refund(request(1));
            RefundRequest other = new RefundRequest(ORDER, refundId(), paymentId, Money.inr(500), 1);
            assertThat(gateway.refund(other)).isInstanceOf(Refund.Failed.class);
            assertThat(razorpay.refunds()).hasSize(1);
        }

        @Test
        void aPendingRefundIsFollowedToItsEnd() {
            razorpay.refundsBecome("pending");
            Refund.Pending pending = (Refund.Pending) gateway.refund(request(1));
            assertThat(gateway.findRefund(request(1))).contains(pending);
            razorpay.refundBecomes(pending.gatewayRefundId(), "processed");
            assertThat(gateway.findRefund(request(1))).contains(new Refund.Done(pending.gatewayRefundId()));
            razorpay.refundBecomes(pending.gatewayRefundId(), "failed");
            assertThat(gateway.findRefund(request(1))).get().isInstanceOf(Refund.Failed.class);
        }

        @Test
        void aNewAttemptAfterAFailureGivesBackUnlessTheOldOneDidAfterAll() {
            razorpay.refundsBecome("failed");
            assertThat(gateway.refund(request(1))).isInstanceOf(Refund.Failed.class);
            assertThat(gateway.findRefund(request(2))).isEmpty();
            razorpay.refundsBecome("processed");
            Refund second = gateway.refund(request(2));
            assertThat(second).isInstanceOf(Refund.Done.class);
            assertThat(gateway.refund(request(3))).isEqualTo(second);
            assertThat(razorpay.held()).isZero();
        }

        @Test
        void whatCannotGoBackFails() {
            assertThat(gateway.refund(new RefundRequest(ORDER, refundId(), "pay_unknown", TOTAL, 1)))
                    .isInstanceOf(Refund.Failed.class);
            assertThat(gateway.refund(new RefundRequest(ORDER, refundId(), "../x", TOTAL, 1)))
                    .isInstanceOf(Refund.Failed.class);
            assertThat(gateway.findRefund(new RefundRequest(ORDER, refundId(), "../x", TOTAL, 1)))
                    .isEmpty();
        }

        /** The library's own way of adding a header would hand one guest's key to another. */
        @Test
        void keysOfRefundsThatRunSideBySideDoNotMix() throws Exception {
            try (ExecutorService many = Executors.newFixedThreadPool(8)) {
                List<Callable<Refund>> requests = IntStream.range(0, 64)
                        .<Callable<Refund>>mapToObj(i -> () -> gateway.refund(new RefundRequest(
                                ORDER, new RefundId("side-by-side-" + i), paymentId, Money.inr(100 + i), 1)))
                        .toList();
                for (Future<Refund> refund : many.invokeAll(requests)) {
                    assertThat(refund.get()).isInstanceOf(Refund.Done.class);
                }
            }
            assertThat(razorpay.refunds()).hasSize(64);
        }

        private RefundRequest request(int attempt) {
            return new RefundRequest(ORDER, refundId(), paymentId, TOTAL, attempt);
        }

        private RefundId refundId() {
            return RefundId.of(ORDER, paymentId);
        }
    }

    static PaymentGateway gatewayAt(URI url, String secret) {
        return new RazorpayPaymentGateway(
                new PaymentCredentials("razorpay", FakeRazorpay.KEY_ID, secret, List.of("hook"), "INR"), settings(url));
    }

    static GatewaySettings settings(URI url) {
        return new GatewaySettings(url, Duration.ofSeconds(4), 2, Duration.ofMillis(10), 32, 50, Duration.ofSeconds(5));
    }
}
