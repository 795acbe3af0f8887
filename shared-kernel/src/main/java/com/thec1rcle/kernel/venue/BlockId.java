package com.thec1rcle.kernel.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a block in a venue's calendar. */
public record BlockId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BlockId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
