package com.thec1rcle.kernel.venue;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a venue as such. */
public sealed interface VenueCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    VenueId venueId();

    /** Makes the caller the owner of a new venue; asking again with the same id changes nothing. */
    record RegisterVenue(VenueId venueId, String name, String city, String address, String timeZone, int capacity)
            implements VenueCommand {}

    /** Changes what the venue says of itself; what is absent stays as it is. */
    record ChangeVenueDetails(
            VenueId venueId,
            @Nullable String name,
            @Nullable String city,
            @Nullable String address,
            @Nullable Integer capacity)
            implements VenueCommand {}

    /** Asks whether there is such a venue; refused with NOT_FOUND if not; changes nothing. */
    record CheckVenue(VenueId venueId) implements VenueCommand {}
}
