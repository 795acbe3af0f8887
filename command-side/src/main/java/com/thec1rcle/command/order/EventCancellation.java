package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls off every order of an event that was cancelled, also one that was placed at the same moment: each side writes
 * what it knows before it reads what the other wrote.
 */
@Process
@ProcessingGroup(EventCancellation.GROUP)
final class EventCancellation {
    static final String GROUP = "process-event-cancellation";

    private static final Logger LOG = LoggerFactory.getLogger(EventCancellation.class);

    private final EventOrders orders;
    private final Commands commands;

    EventCancellation(EventOrders orders, Commands commands) {
        this.orders = orders;
        this.commands = commands;
    }

    @EventHandler
    void on(OrderPlaced event) throws Refusal {
        orders.remember(event.eventId(), event.orderId());
        if (orders.isCancelled(event.eventId())) {
            commands.ask(new CancelForEvent(event.orderId()));
        }
    }

    @EventHandler
    void on(EventCancelled event) throws Refusal {
        orders.markCancelled(event.eventId());
        @Nullable Refusal last = null;
        for (OrderId orderId : orders.of(event.eventId())) {
            try {
                commands.ask(new CancelForEvent(orderId));
            } catch (Refusal refusal) {
                LOG.warn("Order {} could not be called off now: {}", orderId, refusal.code());
                last = refusal; // The others do not wait for it; this event is handled again for its sake.
            }
        }
        if (last != null) {
            throw last;
        }
    }

    /** What is over can no longer be called off. */
    @EventHandler
    void on(EventCompleted event) {
        orders.forget(event.eventId());
    }
}
