package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.order.OrderId;

/** Identifies a ticket: its order and its place in it, so that a code alone leads to both. */
public record TicketId(@JsonValue String value) implements Identifier {
    private static final int UUID_LENGTH = 36;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketId {
        Identifier.requireForm(value);
        if (value.length() < UUID_LENGTH + 2 || value.charAt(UUID_LENGTH) != '-') {
            throw new IllegalArgumentException("A ticket id is an order's UUID, a dash and a number.");
        }
    }

    public static TicketId of(OrderId order, int number) {
        return new TicketId(order.value() + "-" + number);
    }

    public OrderId orderId() {
        return new OrderId(value.substring(0, UUID_LENGTH));
    }

    /** The place of the ticket in its order, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(UUID_LENGTH + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
