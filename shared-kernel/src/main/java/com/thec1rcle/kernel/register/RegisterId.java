package com.thec1rcle.kernel.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.LocalDate;

/** Identifies the register of one venue and business date; derived from the pair. */
public record RegisterId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegisterId {
        Identifier.requireForm(value);
    }

    public static RegisterId of(VenueId venue, LocalDate date) {
        return new RegisterId(Identifier.derive("register", venue.value(), date.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
