package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.payment.RefundId;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of what an account may still buy for one event. */
public sealed interface AllowanceCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    AllowanceId allowanceId();

    /** Takes so many of the account's limit for an order, until the hold lapses; refused with LIMIT_EXCEEDED. */
    record TakeAllowance(AllowanceId allowanceId, OrderId orderId, int quantity, int maxPerAccount, Instant until)
            implements AllowanceCommand {}

    /** The money is there: what the order took lapses no more; asks the limit again if it had lapsed; refused with LIMIT_EXCEEDED. */
    record ClaimAllowance(AllowanceId allowanceId, OrderId orderId, int quantity) implements AllowanceCommand {}

    /** The order was confirmed: what it claimed is used up and the order forgotten. */
    record KeepAllowance(AllowanceId allowanceId, OrderId orderId) implements AllowanceCommand {}

    /** Tickets that were kept were given back: they may be bought again, exactly once however often it is asked. */
    record RestoreAllowance(AllowanceId allowanceId, OrderId orderId, RefundId refundId, int quantity)
            implements AllowanceCommand {}

    /** The order knows of what was restored: the refund is forgotten. */
    record CloseRestoration(AllowanceId allowanceId, RefundId refundId) implements AllowanceCommand {}

    /** The order came to nothing: what it took is free. */
    record ReturnAllowance(AllowanceId allowanceId, OrderId orderId) implements AllowanceCommand {}
}
