package com.thec1rcle.kernel.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order knows of its money.
 *
 * @param payable whether a guest may still begin to pay
 * @param requested whether a guest asked to pay
 * @param gatewayOrderId what the gateway opened, once it did
 * @param paid whether some payment paid for it, also one that went back since
 * @param proven payments whose proof holds and whose money is not there yet
 * @param refunds what has not gone back yet
 */
public record PaymentState(
        OrderId orderId,
        OrderStatus status,
        Money total,
        boolean payable,
        boolean requested,
        @Nullable String gatewayOrderId,
        boolean paid,
        List<String> proven,
        List<OpenRefund> refunds) {
    public PaymentState {
        proven = List.copyOf(proven);
        refunds = List.copyOf(refunds);
    }

    /** Whether the gateway's order is still to be opened. */
    @JsonIgnore
    public boolean isToBeOpened() {
        return requested && payable && gatewayOrderId == null;
    }

    /** Whether money may come that nobody told of. */
    public boolean mayBePaid() {
        return gatewayOrderId != null && !paid;
    }

    /**
     * Money that has not gone back yet.
     *
     * @param failed whether this attempt came to nothing, so that only another can give it back
     */
    public record OpenRefund(RefundId refundId, String paymentId, Money amount, int attempt, boolean failed) {}
}
