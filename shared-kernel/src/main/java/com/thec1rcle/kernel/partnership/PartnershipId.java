package com.thec1rcle.kernel.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.venue.VenueId;

/** Identifies the one partnership of a host and a venue; derived from the pair. */
public record PartnershipId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnershipId {
        Identifier.requireForm(value);
    }

    public static PartnershipId of(HostId host, VenueId venue) {
        return new PartnershipId(Identifier.derive("partnership", host.value(), venue.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
