package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;
import java.util.UUID;

/** Identifies an order; a UUID derived from the account and the idempotency key where one is given. */
public record OrderId(@JsonValue String value) implements Identifier {
    private static final int RANDOM_VERSION = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Identifier.requireForm(value);
    }

    /** Whether it was derived from an idempotency key, so that its order may be there already. */
    public boolean mayBeRepeated() {
        return UUID.fromString(value).version() != RANDOM_VERSION;
    }

    @Override
    public String toString() {
        return value;
    }
}
