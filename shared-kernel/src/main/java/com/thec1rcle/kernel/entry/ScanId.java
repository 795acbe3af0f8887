package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies one attempt at the door; derived from the nonce where one is given. */
public record ScanId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScanId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
