package com.thec1rcle.kernel.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a request for a slot; derived from event and attempt when submitting an event made it. */
public record SlotRequestId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SlotRequestId {
        Identifier.requireForm(value);
    }

    public static SlotRequestId of(EventId event, int attempt) {
        return new SlotRequestId(Identifier.derive("slot-request", event.value(), Integer.toString(attempt)));
    }

    @Override
    public String toString() {
        return value;
    }
}
