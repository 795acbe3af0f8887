package com.thec1rcle.command.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.springframework.data.annotation.Id;

/** How far the commission of one order has come: one document an order, in the vault. */
record CommissionFile(
        @Id String id, String promoterId, String eventId, Money amount, boolean payableAtOnce, Stage stage) {

    /** The steps of a commission; a step is written down when it is done, the first before anything is asked. */
    enum Stage {
        OPENED,
        BOOKED,
        REVERSED
    }

    OrderId order() {
        return new OrderId(id);
    }

    PromoterId promoter() {
        return new PromoterId(promoterId);
    }

    EventId event() {
        return new EventId(eventId);
    }
}
