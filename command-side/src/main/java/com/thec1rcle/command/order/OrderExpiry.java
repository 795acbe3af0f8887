package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Sees to it that an order which nobody pays for expires with its holds. */
@Process
@ProcessingGroup(OrderExpiry.GROUP)
final class OrderExpiry {
    static final String GROUP = "process-order-expiry";

    private final Timers timers;

    OrderExpiry(Timers timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(OrderPlaced event) {
        if (!event.amounts().total().isZero()) {
            timers.set(timerOf(event.orderId()), event.holdExpiresAt(), new ExpireOrder(event.orderId()));
        }
    }

    @EventHandler
    void on(OrderConfirmed event) {
        timers.cancel(timerOf(event.orderId()));
    }

    @EventHandler
    void on(OrderCancelled event) {
        timers.cancel(timerOf(event.orderId()));
    }

    private static String timerOf(OrderId orderId) {
        return "order-expiry:" + orderId;
    }
}
