package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about venues and their calendars. */
public sealed interface VenueQuery {
    /** One venue. */
    record FindVenue(VenueId venueId) implements VenueQuery {}

    /** All venues, or those of a city. */
    record FindVenues(@Nullable String city, @Nullable String cursor, int limit) implements VenueQuery {}

    /** A venue's calendar from one business date to another, both included, filtered by who asks. */
    record FindCalendar(VenueId venueId, CalendarBound from, CalendarBound to, Actor viewer) implements VenueQuery {}
}
