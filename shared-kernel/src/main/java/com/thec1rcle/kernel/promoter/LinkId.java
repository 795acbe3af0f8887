package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies the one link of a promoter for an event; derived from the pair. */
public record LinkId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LinkId {
        Identifier.requireForm(value);
    }

    public static LinkId of(PromoterId promoter, EventId event) {
        return new LinkId(Identifier.derive("link", promoter.value(), event.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
