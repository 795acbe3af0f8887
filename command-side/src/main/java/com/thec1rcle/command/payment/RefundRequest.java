package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;

/**
 * Money to be given back.
 *
 * @param attempt from 1: an attempt that failed for good is not repeated under its key
 */
public record RefundRequest(OrderId orderId, RefundId refundId, String paymentId, Money amount, int attempt) {
    /** What makes a repeat of this attempt harmless: 10 to 40 letters, digits and dashes. */
    public String idempotencyKey() {
        return refundId.value() + "-" + attempt;
    }
}
