package com.thec1rcle.command.payment.sandbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes play money. Every id of it follows from the order's, so that nothing need be kept; what guests played at the
 * checkout lately it remembers while it runs, and tells when asked.
 */
@Component
@Qualifier(PaymentGateway.ADAPTER)
@ConditionalOnProperty(name = "c1rcle.payment.provider", havingValue = "sandbox")
final class SandboxPaymentGateway implements PaymentGateway {
    private static final int REMEMBERED = 10_000;
    private static final String PLAYED_FAILURE = "The sandbox was asked to play a failure.";

    private final Cache<String, Money> opened =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Boolean> played =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Override
    public String openOrder(OrderId orderId, Money amount, boolean again) {
        String gatewayOrderId = SandboxIds.gatewayOrder(orderId);
        opened.put(gatewayOrderId, amount);
        return gatewayOrderId;
    }

    /** A guest has played the checkout window; a success stands, whatever is played later. */
    void play(String gatewayOrderId, boolean success) {
        played.asMap().merge(gatewayOrderId, success, Boolean::logicalOr);
    }

    @Override
    public Capture capture(String gatewayOrderId, String paymentId, Money amount) {
        return SandboxIds.payment(gatewayOrderId, true).equals(paymentId)
                ? new Capture.Taken(amount)
                : new Capture.Failed(PLAYED_FAILURE);
    }

    @Override
    public List<Payment> paymentsOf(String gatewayOrderId) {
        Money amount = opened.getIfPresent(gatewayOrderId);
        Boolean success = played.getIfPresent(gatewayOrderId);
        if (amount == null || success == null) {
            return List.of();
        }
        String paymentId = SandboxIds.payment(gatewayOrderId, success);
        return List.of(
                success
                        ? new Payment(paymentId, Payment.State.AUTHORIZED, amount, null)
                        : new Payment(paymentId, Payment.State.FAILED, amount, PLAYED_FAILURE));
    }

    @Override
    public Refund refund(RefundRequest request) {
        return new Refund.Done(SandboxIds.refund(request.idempotencyKey()));
    }

    /** Asking is as good as asking again: the same refund is done once. */
    @Override
    public Optional<Refund> findRefund(RefundRequest request) {
        return Optional.empty();
    }
}
