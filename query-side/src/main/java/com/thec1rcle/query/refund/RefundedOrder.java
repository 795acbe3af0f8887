package com.thec1rcle.query.refund;

import com.thec1rcle.kernel.event.EventCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What refunds must know of an order, in {@code refund_orders}.
 *
 * @param end how it ended, if it has
 * @param endedAt absent while it stands
 * @param money what became of the money that goes back because the event was called off
 * @param refundId under which it goes back
 * @param amount how much, in minor units
 */
record RefundedOrder(
        @Id String id,
        String eventId,
        String accountId,
        EventCreator creator,
        End end,
        @Nullable Instant endedAt,
        MoneyBack money,
        @Nullable String refundId,
        @Nullable String currency,
        long amount,
        long version) {
    static final String COLLECTION = "refund_orders";

    /** How an order can end. */
    enum End {
        NONE,
        EXPIRED,
        CANCELLED,
        GIVEN_BACK
    }

    /** What can become of money that goes back. */
    enum MoneyBack {
        NONE,
        REQUESTED,
        FAILED,
        COMPLETED
    }
}
