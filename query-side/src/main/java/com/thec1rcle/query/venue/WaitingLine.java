package com.thec1rcle.query.venue;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.query.config.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The requests that wait at a venue, and the place of each among those that want any part of its period. */
@Component
public final class WaitingLine {
    private final Rows<CalendarDocument> entries;

    WaitingLine(@Qualifier("views") MongoTemplate mongo) {
        entries = new Rows<>(mongo, CalendarDocument.class, VenueCalendarProjection.COLLECTION);
    }

    /** The place of a request, from 1; empty if it does not wait. */
    public Optional<Integer> rankOf(String slotRequestId) {
        return entries.find(CalendarDocument.id(CalendarEntryKind.REQUEST, slotRequestId))
                .filter(CalendarDocument::live)
                .map(request -> rank(request, at(request.venueId())));
    }

    List<CalendarDocument> at(String venueId) {
        return entries.findAll(
                where("venueId").is(venueId).and("live").is(true).and("kind").is(CalendarEntryKind.REQUEST));
    }

    static int rank(CalendarDocument request, List<CalendarDocument> waiting) {
        long before = waiting.stream()
                .filter(other -> other.arrival() < request.arrival())
                .filter(other -> other.period().overlaps(request.period()))
                .count();
        return Math.toIntExact(before) + 1;
    }
}
