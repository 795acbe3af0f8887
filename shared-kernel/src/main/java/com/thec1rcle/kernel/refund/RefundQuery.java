package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of refunds. */
public sealed interface RefundQuery {
    /** The viewer's own refunds and those the viewer may decide about, newest first; answers a RefundList. */
    record FindRefunds(
            Actor viewer,
            @Nullable EventId eventId,
            @Nullable OrderId orderId,
            @Nullable RefundStatus status,
            @Nullable String cursor,
            int limit)
            implements RefundQuery {}

    /** One of them; answers a RefundView. */
    record FindRefund(RefundId refundId, Actor viewer) implements RefundQuery {}

    /** How far the calling off of an event has come; answers a CancellationProgress. */
    record FindCancellation(EventId eventId, Actor viewer) implements RefundQuery {}
}
