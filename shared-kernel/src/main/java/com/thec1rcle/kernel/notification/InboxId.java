package com.thec1rcle.kernel.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the inbox of one user; derived from it. */
public record InboxId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InboxId {
        Identifier.requireForm(value);
    }

    public static InboxId of(UserId user) {
        return new InboxId(Identifier.derive("inbox", user.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
