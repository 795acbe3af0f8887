package com.thec1rcle.command.refund;

import com.thec1rcle.command.config.Commands;
import java.util.List;
import org.axonframework.config.AggregateConfigurer;

/** The refund and its processes, as tests of other features need them. */
public final class RefundParts {
    public static final RefundSettings SETTINGS = new RefundSettings(50_000, 500_000, true);

    private RefundParts() {}

    public static AggregateConfigurer<?> aggregate() {
        return AggregateConfigurer.defaultConfiguration(Refund.class);
    }

    public static List<Object> processes(Commands commands) {
        return List.of(new RefundSettlement(commands), new RefundReturns(commands));
    }
}
