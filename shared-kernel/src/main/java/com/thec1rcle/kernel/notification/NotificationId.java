package com.thec1rcle.kernel.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a notification; derived from cause, person and kind. */
public record NotificationId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NotificationId {
        Identifier.requireForm(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
