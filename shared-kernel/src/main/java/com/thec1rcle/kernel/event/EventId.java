package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies an event; a UUID, so that it fits a ticket code. */
public record EventId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
