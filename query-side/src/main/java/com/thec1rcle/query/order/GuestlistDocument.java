package com.thec1rcle.query.order;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import org.springframework.data.annotation.Id;

/** Whose guest list an event's is, in {@code guestlists}. */
record GuestlistDocument(@Id String id, String venueId, EventCreator creator) {
    static final String COLLECTION = "guestlists";

    /** The people of the venue who may, and the host whose night it is. */
    boolean mayBeSeenBy(Actor viewer) {
        return viewer.may(Permission.VIEW_GUESTLIST, new VenueId(venueId))
                || (creator.isHost() && viewer.owns(new HostId(creator.id())));
    }
}
