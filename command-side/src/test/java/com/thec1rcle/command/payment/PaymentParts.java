package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Timers;
import java.time.Duration;
import java.util.List;

/** The process that gives money back, as tests of other features need it. */
public final class PaymentParts {
    private PaymentParts() {}

    public static Object refundExecution(PaymentGateway gateway, Commands commands, Timers timers) {
        return new RefundExecution(
                gateway,
                commands,
                timers,
                new PaymentSettings(
                        PaymentSettings.Provider.SANDBOX, null, null, List.of(), "INR", Duration.ofMinutes(15), 3));
    }
}
