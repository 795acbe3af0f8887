package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the clicks of one visitor for one event; derived from the pair. */
public record ClickTrailId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClickTrailId {
        Identifier.requireForm(value);
    }

    public static ClickTrailId of(EventId event, String visitor) {
        return new ClickTrailId(Identifier.derive("click-trail", event.value(), visitor));
    }

    @Override
    public String toString() {
        return value;
    }
}
