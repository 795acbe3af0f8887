package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.venue.VenueId;

/** Who builds an event: a host, or a venue for itself. */
public record EventCreator(Type type, String id) {
    /** The kinds of creator. */
    public enum Type {
        HOST,
        VENUE
    }

    public static EventCreator host(HostId id) {
        return new EventCreator(Type.HOST, id.value());
    }

    public static EventCreator venue(VenueId id) {
        return new EventCreator(Type.VENUE, id.value());
    }

    @JsonIgnore
    public boolean isHost() {
        return type == Type.HOST;
    }
}
