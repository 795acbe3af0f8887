package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import java.time.Instant;

/**
 * How far the calling off of an event has come. Orders that stood when it was called off are cancelled, or have a refund
 * under way, refunded or failed, or still stand; the five add up.
 *
 * @param orders that stood when the event was called off, and those placed since
 * @param standing not reached yet
 * @param cancelled had not been paid: nothing to give back
 * @param refundsRequested money on its way
 * @param refunded money back, or the order was free
 * @param failed the gateway could not give the money back
 * @param amount all that is to go back
 * @param refundedAmount of it, what is back
 * @param done nothing stands and no money is outstanding
 */
public record CancellationProgress(
        EventId eventId,
        Instant cancelledAt,
        long orders,
        long standing,
        long cancelled,
        long refundsRequested,
        long refunded,
        long failed,
        Money amount,
        Money refundedAmount,
        boolean done) {}
