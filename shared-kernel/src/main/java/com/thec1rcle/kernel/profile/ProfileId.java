package com.thec1rcle.kernel.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the profile of a venue, host or promoter; derived from its owner. */
public record ProfileId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProfileId {
        Identifier.requireForm(value);
    }

    public static ProfileId of(ProfileOwner owner) {
        return new ProfileId(Identifier.derive("profile", owner.type().name(), owner.id()));
    }

    @Override
    public String toString() {
        return value;
    }
}
