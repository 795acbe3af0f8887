package com.thec1rcle.command.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which orders an event has, and which events were called off: what {@link EventCancellation} remembers. */
@Component
class EventOrders {
    private static final String ORDERS = "event_orders";
    private static final char SEPARATOR = '/';
    private static final char AFTER_SEPARATOR = '0';
    private static final String CANCELLED = "cancelled_events";

    private final MongoTemplate vault;

    EventOrders(@Qualifier("vault") MongoTemplate vault) {
        this.vault = vault;
    }

    void remember(EventId eventId, OrderId orderId) {
        vault.save(new EventOrder(eventId.value() + SEPARATOR + orderId.value(), orderId.value()), ORDERS);
    }

    List<OrderId> of(EventId eventId) {
        return vault.find(ofEvent(eventId), EventOrder.class, ORDERS).stream()
                .map(order -> new OrderId(order.orderId()))
                .toList();
    }

    void forget(EventId eventId) {
        vault.remove(ofEvent(eventId), ORDERS);
    }

    /** A range of the primary key, so that it needs no other index; no id contains the separator. */
    private static Query ofEvent(EventId eventId) {
        return Query.query(where("_id").gt(eventId.value() + SEPARATOR).lt(eventId.value() + AFTER_SEPARATOR));
    }

    void markCancelled(EventId eventId) {
        vault.save(new CancelledEvent(eventId.value()), CANCELLED);
    }

    boolean isCancelled(EventId eventId) {
        return vault.exists(Query.query(where("_id").is(eventId.value())), CANCELLED);
    }

    /** One order of an event. */
    record EventOrder(@Id String id, String orderId) {}

    /** An event that was called off. */
    record CancelledEvent(@Id String id) {}
}
