package com.thec1rcle.command.payout;

import org.axonframework.config.AggregateConfigurer;

/** The payout as other tests configure it. */
public final class PayoutAggregate {
    private PayoutAggregate() {}

    public static AggregateConfigurer<?> configuration() {
        return AggregateConfigurer.defaultConfiguration(Payout.class);
    }
}
