package com.thec1rcle.kernel.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the reservation of a slug; derived from the slug. */
public record SlugId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SlugId {
        Identifier.requireForm(value);
    }

    public static SlugId of(String slug) {
        return new SlugId(Identifier.derive("slug", slug));
    }

    @Override
    public String toString() {
        return value;
    }
}
