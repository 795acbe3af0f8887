package com.thec1rcle.query.order;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.PaymentStatus;
import com.thec1rcle.kernel.payment.PaymentView;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One payment of an order, in {@code payments}; the version is its order's. */
record PaymentDocument(
        @Id String id,
        String orderId,
        String paymentId,
        PaymentStatus status,
        @Nullable Money amount,
        @Nullable String refundId,
        @Nullable RefundReason refundReason,
        Instant at,
        long version) {
    static final String COLLECTION = "payments";

    PaymentView toView() {
        return new PaymentView(
                paymentId, status, amount, refundId == null ? null : new RefundId(refundId), refundReason, at);
    }
}
