package com.thec1rcle.kernel.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies an item of a profile. */
public record ProfileItemId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProfileItemId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
