package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
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

    /** Whether the actor builds events for this creator: owns the host, or edits events at the venue. */
    public boolean isServedBy(Actor actor) {
        return isHost() ? actor.owns(new HostId(id)) : actor.may(Permission.EDIT_EVENTS, new VenueId(id));
    }

    /** Whether the actor may see this creator's money: owns the host, or views finance at the venue. */
    public boolean showsMoneyTo(Actor actor) {
        return isHost() ? actor.owns(new HostId(id)) : actor.may(Permission.VIEW_FINANCE, new VenueId(id));
    }

    /** Refuses with FORBIDDEN unless the actor builds events for this creator. */
    public void require(Actor actor) throws Refusal {
        if (isHost()) {
            actor.requireHost(new HostId(id));
        } else {
            actor.require(Permission.EDIT_EVENTS, new VenueId(id));
        }
    }
}
