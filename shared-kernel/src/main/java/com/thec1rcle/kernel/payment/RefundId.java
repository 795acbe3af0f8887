package com.thec1rcle.kernel.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a refund. */
public record RefundId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
