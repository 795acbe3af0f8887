package com.thec1rcle.command.payout;

import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How a promoter's account brings a payout into being, in the unit of work that reserves its money. */
public final class PayoutCreation {
    private PayoutCreation() {}

    public static void create(PayoutRequested event) throws Exception {
        AggregateLifecycle.createNew(Payout.class, () -> new Payout(event));
    }
}
