package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;
import java.util.Locale;

/** Identifies the reservation of a link code; derived from the code. */
public record LinkCodeId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LinkCodeId {
        Identifier.requireForm(value);
    }

    /** The same for every way people type a code: case and surrounding blanks do not matter. */
    public static LinkCodeId of(String code) {
        return new LinkCodeId(Identifier.derive("link-code", code.strip().toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return value;
    }
}
