package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies what one account may still buy for one event; derived from the pair. */
public record AllowanceId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AllowanceId {
        Identifier.requireForm(value);
    }

    public static AllowanceId of(EventId event, UserId account) {
        return new AllowanceId(Identifier.derive("allowance", event.value(), account.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
