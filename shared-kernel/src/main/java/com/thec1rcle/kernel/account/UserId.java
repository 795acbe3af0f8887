package com.thec1rcle.kernel.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a user: the subject of the access token. */
public record UserId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
