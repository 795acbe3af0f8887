package com.thec1rcle.kernel.venue;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a venue as such. */
public sealed interface VenueCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    VenueId venueId();

    /** Makes the caller the owner of a new venue; asking again with the same id changes nothing. */
    record RegisterVenue(VenueId venueId, String name, String city, String address, String timeZone, int capacity)
            implements VenueCommand {}

    /** Replaces what the venue says of itself. */
    record ChangeVenueDetails(VenueId venueId, String name, String city, String address, int capacity)
            implements VenueCommand {}
}
