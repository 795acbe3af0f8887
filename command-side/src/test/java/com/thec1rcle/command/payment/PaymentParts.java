package com.thec1rcle.command.payment;

import static org.mockito.Mockito.mock;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import java.time.Clock;
import org.axonframework.eventhandling.EventHandler;

/** What gives money back, as tests of other features need it. */
public final class PaymentParts {
    private PaymentParts() {}

    /** A process that settles at once what the running system is reminded of by its open questions. */
    public static Object refundExecution(PaymentGateway gateway, Commands commands, Clock clock) {
        return new GivingBack(new PaymentSettlement(
                gateway,
                mock(GatewayOpening.class),
                mock(Captures.class),
                mock(PaidOrders.class),
                new Errands(clock),
                commands));
    }

    /** The process. */
    static final class GivingBack {
        private final PaymentSettlement settlement;

        GivingBack(PaymentSettlement settlement) {
            this.settlement = settlement;
        }

        @EventHandler
        void on(RefundRequested event) throws Refusal {
            settlement.settle(event.orderId(), true);
        }

        @EventHandler
        void on(RefundRetried event) throws Refusal {
            settlement.settle(event.orderId(), true);
        }
    }
}
