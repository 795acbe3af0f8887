package com.thec1rcle.kernel.payout;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of what is known about payouts. */
public sealed interface PayoutQuery {
    /** Payouts of one promoter (without one the caller's own), newest first; answers a PayoutList. */
    record FindPayouts(
            Actor viewer,
            @Nullable PromoterId promoterId,
            @Nullable String cursor,
            int limit) implements PayoutQuery {}

    /** Payouts of all promoters, newest first; for finance. Answers a PayoutList. */
    record FindAllPayouts(
            Actor viewer,
            @Nullable PayoutStatus status,
            @Nullable String cursor,
            int limit) implements PayoutQuery {}
}
