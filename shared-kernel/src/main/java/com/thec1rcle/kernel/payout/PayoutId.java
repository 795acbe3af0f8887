package com.thec1rcle.kernel.payout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a payout. */
public record PayoutId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
