package com.thec1rcle.command.refund;

import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How an order brings a refund into being, in the unit of work that keeps the tickets for it. */
public final class RefundCreation {
    private RefundCreation() {}

    public static void create(RefundAsked event) throws Exception {
        AggregateLifecycle.createNew(Refund.class, () -> new Refund(event));
    }
}
