package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.venue.VenueId;
import org.springframework.data.annotation.Id;

/** At whose door an event is scanned. */
record ScannedEvent(@Id String id, long version, String venueId) {
    VenueId venue() {
        return new VenueId(venueId);
    }
}
