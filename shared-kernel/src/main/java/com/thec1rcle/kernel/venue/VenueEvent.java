package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.account.UserId;
import org.axonframework.serialization.Revision;

/** What happened to a venue as such. */
public sealed interface VenueEvent {
    VenueId venueId();

    /** A venue signed up. */
    @Revision("1")
    record VenueRegistered(
            VenueId venueId, UserId ownerId, String name, String city, String address, String timeZone, int capacity)
            implements VenueEvent {}

    /** A venue said something new of itself. */
    @Revision("1")
    record VenueDetailsChanged(VenueId venueId, String name, String city, String address, int capacity)
            implements VenueEvent {}
}
