package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Waiting lines for the tests of who reads them. */
public final class WaitingLines {
    private WaitingLines() {}

    public static WaitingLine reading(MongoTemplate mongo) {
        return new WaitingLine(mongo);
    }

    public static void queue(MongoTemplate mongo, SlotRequestQueued event, long version) {
        new VenueCalendarProjection(mongo).on(event, version);
    }
}
