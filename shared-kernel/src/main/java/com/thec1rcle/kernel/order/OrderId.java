package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies an order; a UUID derived from the account and the idempotency key where one is given. */
public record OrderId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
