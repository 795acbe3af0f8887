package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything one can see of events. */
public sealed interface EventQuery {

    /**
     * The public listing: what is on sale or on, now or later; answers an {@link EventList}.
     *
     * @param from only nights that end after it
     * @param to only nights that begin before it
     * @param maxPrice only events with a tier at this price or below, in minor units
     * @param text words that title, category or city contain
     */
    record FindPublicEvents(
            @Nullable String city,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable VenueId venueId,
            @Nullable HostId hostId,
            @Nullable String category,
            @Nullable Long maxPrice,
            @Nullable String text,
            EventSort sort,
            @Nullable String cursor,
            int limit)
            implements EventQuery {}

    /** The events of the viewer's hosts and venues in all states, the latest draft first; answers an {@link EventList}. */
    record FindOwnEvents(
            Actor viewer,
            @Nullable VenueId venueId,
            @Nullable HostId hostId,
            @Nullable EventStatus status,
            @Nullable String cursor,
            int limit)
            implements EventQuery {}

    /**
     * One event with its tiers; answers an {@link EventView}. What was never published is shown to its own people only.
     *
     * @param accessCode shows the hidden tiers that it opens
     */
    record FindEvent(
            EventId eventId, Actor viewer, @Nullable String accessCode) implements EventQuery {}
}
