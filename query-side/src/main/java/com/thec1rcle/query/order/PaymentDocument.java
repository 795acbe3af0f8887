package com.thec1rcle.query.order;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.PaymentStatus;
import com.thec1rcle.kernel.payment.PaymentView;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Update;

/**
 * One payment of an order, in {@code payments}; the version is its order's.
 *
 * @param returned what has gone back of it, in minor units
 */
record PaymentDocument(
        @Id String id,
        String orderId,
        String paymentId,
        PaymentStatus status,
        @Nullable Money amount,
        long returned,
        @Nullable String refundId,
        @Nullable RefundReason refundReason,
        Instant at,
        long version) {
    static final String COLLECTION = "payments";

    /** So much more has gone back. */
    Update returned(Money more) {
        long sum = Math.addExact(returned, more.amount());
        boolean all = amount == null || sum >= amount.amount();
        return Update.update("returned", sum)
                .set("status", all ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED);
    }

    PaymentView toView() {
        return new PaymentView(
                paymentId, status, amount, refundId == null ? null : new RefundId(refundId), refundReason, at);
    }
}
