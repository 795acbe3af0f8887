package com.thec1rcle.kernel.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an order, as its guest may see it.
 *
 * @param amount absent while only a failure is known of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        String paymentId,
        PaymentStatus status,
        @Nullable Money amount,
        @Nullable RefundId refundId,
        @Nullable RefundReason refundReason,
        Instant at) {}
