package com.thec1rcle.command.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.payment.PaymentGateway.Capture;
import com.thec1rcle.command.payment.PaymentGateway.Payment;
import com.thec1rcle.command.payment.PaymentGateway.Refund;
import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.SandboxCommand.PlayCheckout;
import com.thec1rcle.kernel.payment.SandboxPayment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxPaymentGatewayTest {
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final Money TOTAL = Money.inr(195_930);
    private static final PaymentSignatures SIGNATURES = new PaymentSignatures("key-secret", List.of());

    private final SandboxPaymentGateway gateway = new SandboxPaymentGateway();
    private final SandboxCheckout checkout = new SandboxCheckout(gateway, SIGNATURES);

    @Test
    void theSameOrderIsOpenedOnce() {
        assertThat(gateway.openOrder(ORDER, TOTAL, false))
                .startsWith("order_")
                .isEqualTo(gateway.openOrder(ORDER, TOTAL, true))
                .isNotEqualTo(gateway.openOrder(new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b002"), TOTAL, false));
    }

    @Test
    void aCheckoutThatSucceedsIsProvenAndCaptured() {
        SandboxPayment payment = checkout.handle(new PlayCheckout("order_1", true));
        assertThat(SIGNATURES.provesPayment("order_1", payment.paymentId(), payment.signature()))
                .isTrue();
        assertThat(gateway.capture("order_1", payment.paymentId(), TOTAL)).isEqualTo(new Capture.Taken(TOTAL));
    }

    @Test
    void aCheckoutThatFailsBringsNothing() {
        SandboxPayment payment = checkout.handle(new PlayCheckout("order_1", false));
        assertThat(gateway.capture("order_1", payment.paymentId(), TOTAL)).isInstanceOf(Capture.Failed.class);
        assertThat(gateway.capture("order_1", "pay_invented", TOTAL)).isInstanceOf(Capture.Failed.class);
    }

    @Test
    void whatWasPlayedIsToldWhenAsked() {
        String orderId = gateway.openOrder(ORDER, TOTAL, false);
        assertThat(gateway.paymentsOf(orderId)).isEmpty();
        checkout.handle(new PlayCheckout(orderId, false));
        assertThat(gateway.paymentsOf(orderId))
                .singleElement()
                .satisfies(payment -> assertThat(payment.state()).isEqualTo(Payment.State.FAILED));
        String paymentId = checkout.handle(new PlayCheckout(orderId, true)).paymentId();
        checkout.handle(new PlayCheckout(orderId, false));
        assertThat(gateway.paymentsOf(orderId))
                .containsExactly(new Payment(paymentId, Payment.State.AUTHORIZED, TOTAL, null));
    }

    @Test
    void theSameRefundIsDoneOnce() {
        RefundRequest request = new RefundRequest(ORDER, RefundId.of(ORDER, "pay_1"), "pay_1", TOTAL, 1);
        assertThat(gateway.refund(request)).isInstanceOf(Refund.Done.class).isEqualTo(gateway.refund(request));
        assertThat(gateway.findRefund(request)).isEmpty();
        assertThat(request.idempotencyKey()).matches("[A-Za-z0-9_-]{10,40}");
    }
}
