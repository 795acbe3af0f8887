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

/**
 * Calls off every order of an event that was cancelled, also one that was placed at the same moment: each side writes
 * what it knows before it reads what the other wrote.
 */
@Process
@ProcessingGroup(EventCancellation.GROUP)
final class EventCancellation {
    static final String GROUP = "process-event-cancellation";

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
        for (OrderId orderId : orders.of(event.eventId())) {
            commands.ask(new CancelForEvent(orderId));
        }
    }

    /** What is over can no longer be called off. */
    @EventHandler
    void on(EventCompleted event) {
        orders.forget(event.eventId());
    }
}
