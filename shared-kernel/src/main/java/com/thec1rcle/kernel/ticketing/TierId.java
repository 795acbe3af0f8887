package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a ticket tier. */
public record TierId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TierId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
