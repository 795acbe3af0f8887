package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a scanning device. */
public record DeviceId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
