package com.thec1rcle.kernel.payout;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a payout. */
public sealed interface PayoutCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    PayoutId payoutId();

    /** Finance says yes; refused with PAYOUT_SELF_APPROVAL to the one who asked. */
    record ApprovePayout(PayoutId payoutId) implements PayoutCommand {}

    /** Finance says no. */
    record RejectPayout(PayoutId payoutId, String reason) implements PayoutCommand {}

    /** The transfer is on its way. */
    record StartPayout(PayoutId payoutId, @Nullable String transactionId) implements PayoutCommand {}

    /** The money arrived; without a transaction id of its own, the one it was started with. */
    record CompletePayout(PayoutId payoutId, @Nullable String transactionId) implements PayoutCommand {}

    /** The transfer failed. */
    record FailPayout(PayoutId payoutId, String reason) implements PayoutCommand {}

    /** The promoter takes the request back. */
    record CancelPayout(PayoutId payoutId) implements PayoutCommand {}
}
