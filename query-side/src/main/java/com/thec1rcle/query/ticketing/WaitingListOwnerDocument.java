package com.thec1rcle.query.ticketing;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import org.springframework.data.annotation.Id;

/** Whose waiting lists an event's are, in {@code waiting_list_owners}. */
record WaitingListOwnerDocument(@Id String id, String venueId, EventCreator creator) {
    static final String COLLECTION = "waiting_list_owners";

    /** Those who build the night, and the people of the venue who may see who comes. */
    boolean mayBeSeenBy(Actor viewer) {
        return creator.isServedBy(viewer) || viewer.may(Permission.VIEW_GUESTLIST, new VenueId(venueId));
    }
}
