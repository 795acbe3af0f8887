package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.FinishOrder;
import org.axonframework.commandhandling.CommandHandler;

/** Finishes what somebody else, who cannot any more, began with the stock of an order. */
@Conversation
final class OrderFinish {
    private final OrderFulfilment fulfilment;

    OrderFinish(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @CommandHandler
    void handle(FinishOrder command, Actor actor) throws Refusal {
        actor.requireSystem();
        fulfilment.carryOn(command.orderId());
    }
}
