package com.thec1rcle.kernel.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a booking in a venue's calendar; equals the slot request it came from, if there was one. */
public record BookingId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BookingId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
