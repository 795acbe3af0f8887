package com.thec1rcle.kernel.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a member of a venue's staff. */
public record StaffId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
