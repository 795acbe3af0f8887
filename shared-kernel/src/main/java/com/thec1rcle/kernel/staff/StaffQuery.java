package com.thec1rcle.kernel.staff;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about a venue's staff. */
public sealed interface StaffQuery {
    /** The roster of a venue, for who manages its staff. */
    record FindStaff(VenueId venueId, @Nullable String cursor, int limit, Actor viewer) implements StaffQuery {}
}
