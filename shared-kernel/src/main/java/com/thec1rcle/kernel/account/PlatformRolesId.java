package com.thec1rcle.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the platform roles of one user; derived from it. */
public record PlatformRolesId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlatformRolesId {
        Identifier.requireForm(value);
    }

    public static PlatformRolesId of(UserId user) {
        return new PlatformRolesId(Identifier.derive("platform-roles", user.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
