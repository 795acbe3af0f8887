package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies one person's wait for one tier. */
public record WaitingListEntryId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaitingListEntryId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
