package com.thec1rcle.query.venue;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.time.BusinessDays;
import com.thec1rcle.kernel.venue.VenueCalendar;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueQuery.FindCalendar;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.partnership.ActivePartnerships;
import com.thec1rcle.query.venue.CalendarSight.Everything;
import com.thec1rcle.query.venue.CalendarSight.OwnAndBusy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers what a calendar holds, to whoever may know it. */
@Component
final class CalendarQueries {
    private static final int MAX_DAYS = 366;

    private final Rows<VenueDocument> venues;
    private final Rows<CalendarDocument> entries;
    private final WaitingLine line;
    private final ActivePartnerships partnerships;
    private final CalendarSettings settings;

    CalendarQueries(
            @Qualifier("views") MongoTemplate mongo,
            WaitingLine line,
            ActivePartnerships partnerships,
            CalendarSettings settings) {
        venues = new Rows<>(mongo, VenueDocument.class, VenueProjection.COLLECTION);
        entries = new Rows<>(mongo, CalendarDocument.class, VenueCalendarProjection.COLLECTION);
        this.line = line;
        this.partnerships = partnerships;
        this.settings = settings;
    }

    @QueryHandler
    VenueCalendar handle(FindCalendar query) {
        String venueId = query.venueId().value();
        VenueDocument venue = venues.find(venueId).orElseThrow(() -> QueryRefused.notFound("venue"));
        CalendarSight sight = sightOf(query.viewer(), query.venueId());
        BusinessDays days = settings.daysIn(ZoneId.of(venue.timeZone()));
        LocalDate first = query.from().dateIn(days);
        LocalDate last = query.to().dateIn(days);
        requireRange(first, last);
        List<CalendarDocument> live = live(venueId, days, first, last);
        DayReading reading = new DayReading(days, settings);
        List<CalendarDocument> forDays = sight.forDays(live);
        return new VenueCalendar(
                query.venueId(),
                venue.timeZone(),
                first.datesUntil(last.plusDays(1))
                        .map(date -> new VenueCalendar.Day(date, reading.statusOf(date, forDays)))
                        .toList(),
                sight.entries(live, line.at(venueId)));
    }

    private CalendarSight sightOf(Actor viewer, VenueId venueId) {
        if (viewer.venues().containsKey(venueId)) {
            return new Everything();
        }
        if (partnerships.any(viewer.hosts(), venueId)) {
            return new OwnAndBusy(viewer.hosts().stream().map(HostId::value).collect(Collectors.toUnmodifiableSet()));
        }
        throw QueryRefused.forbidden();
    }

    private List<CalendarDocument> live(String venueId, BusinessDays days, LocalDate first, LocalDate last) {
        return entries.findAll(where("venueId")
                .is(venueId)
                .and("live")
                .is(true)
                .and("from")
                .lt(days.dayOf(last).until())
                .and("until")
                .gt(days.dayOf(first).from()));
    }

    private static void requireRange(LocalDate first, LocalDate last) {
        long span = ChronoUnit.DAYS.between(first, last) + 1;
        if (span < 1 || span > MAX_DAYS) {
            throw new QueryRefused(
                    ErrorCode.VALIDATION_FAILED, "Ask for 1 to " + MAX_DAYS + " days, from the first to the last.");
        }
    }
}
