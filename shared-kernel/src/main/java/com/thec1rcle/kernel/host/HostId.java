package com.thec1rcle.kernel.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a host. */
public record HostId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HostId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
