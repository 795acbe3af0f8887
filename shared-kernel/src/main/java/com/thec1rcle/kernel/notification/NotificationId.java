package com.thec1rcle.kernel.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a notification; derived from cause, person and kind. */
public record NotificationId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NotificationId {
        Identifier.requireForm(value);
    }

    /** One per cause, person and kind, however often the cause is handled. */
    public static NotificationId of(String cause, UserId person, NotificationKind kind) {
        return new NotificationId(Identifier.derive("notification", cause, person.value(), kind.name()));
    }

    @Override
    public String toString() {
        return value;
    }
}
