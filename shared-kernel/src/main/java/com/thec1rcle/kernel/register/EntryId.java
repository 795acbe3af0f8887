package com.thec1rcle.kernel.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies an entry of an operational register. */
public record EntryId(@JsonValue String value) implements Identifier {
    /** The closing of a day, as an entry that can be corrected. */
    public static final EntryId CLOSING = new EntryId("closing");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
