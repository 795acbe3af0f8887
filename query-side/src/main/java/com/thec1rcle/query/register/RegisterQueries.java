package com.thec1rcle.query.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.register.EntryKind;
import com.thec1rcle.kernel.register.RegisterDay;
import com.thec1rcle.kernel.register.RegisterEntry;
import com.thec1rcle.kernel.register.RegisterQuery.FindRegister;
import com.thec1rcle.kernel.register.RegisterQuery.SummariseRegisters;
import com.thec1rcle.kernel.register.RegisterSummary;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers what a venue wrote down about its nights, to its own people; money only to those who may see it. */
@Component
class RegisterQueries {
    private static final int MAX_SUMMARY_DAYS = 366;

    private final Rows<RegisterRow> entries;
    private final Rows<RegisterVenue> venues;
    private final PersonalData personalData;
    private final RegisterSettings settings;
    private final Clock clock;

    RegisterQueries(
            @Qualifier("views") MongoTemplate mongo,
            PersonalData personalData,
            RegisterSettings settings,
            Clock clock) {
        this.entries = new Rows<>(mongo, RegisterRow.class, RegisterProjection.ENTRIES);
        this.venues = new Rows<>(mongo, RegisterVenue.class, RegisterProjection.VENUES);
        this.personalData = personalData;
        this.settings = settings;
        this.clock = clock;
    }

    @QueryHandler
    RegisterDay handle(FindRegister query) {
        requireOwn(query.viewer(), query.venueId());
        LocalDate date = query.date() == null ? today(query.venueId()) : query.date();
        List<RegisterRow> rows = entries.findAll(
                where("venueId").is(query.venueId().value()).and("date").is(date.toString()));
        boolean closed = rows.stream().anyMatch(row -> row.kind() == EntryKind.CLOSING);
        boolean seesMoney = seesMoney(query.viewer(), query.venueId());
        List<RegisterEntry> shown = rows.stream()
                .filter(row -> !row.removed() && (seesMoney || row.kind() != EntryKind.EXPENSE))
                .sorted(Comparator.comparingLong(RegisterRow::number))
                .map(row -> row.toView(this::nameIn))
                .map(entry -> seesMoney ? entry : withoutMoney(entry))
                .toList();
        return new RegisterDay(query.venueId(), date, closed, shown);
    }

    @QueryHandler
    RegisterSummary handle(SummariseRegisters query) {
        requireOwn(query.viewer(), query.venueId());
        requireRange(query.from(), query.until());
        List<RegisterRow> rows = entries.findAll(where("venueId")
                .is(query.venueId().value())
                .and("date")
                .gte(query.from().toString())
                .lte(query.until().toString()));
        return new Summary(rows).toView(query, seesMoney(query.viewer(), query.venueId()));
    }

    private static void requireOwn(Actor viewer, VenueId venue) {
        if (!viewer.may(Permission.VIEW_EVENTS, venue)) {
            throw QueryRefused.forbidden();
        }
    }

    private static boolean seesMoney(Actor viewer, VenueId venue) {
        return viewer.may(Permission.VIEW_FINANCE, venue);
    }

    private static void requireRange(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) >= MAX_SUMMARY_DAYS) {
            throw new QueryRefused(
                    ErrorCode.VALIDATION_FAILED,
                    "A summary covers 1 to " + MAX_SUMMARY_DAYS + " days, the earlier date first.");
        }
    }

    private LocalDate today(VenueId venueId) {
        RegisterVenue venue = venues.find(venueId.value()).orElseThrow(() -> QueryRefused.notFound("venue"));
        return settings.daysIn(ZoneId.of(venue.timeZone())).dateOf(clock.instant());
    }

    private @Nullable String nameIn(Sealed name) {
        return personalData.open(name, String.class).orElse(null);
    }

    private static RegisterEntry withoutMoney(RegisterEntry entry) {
        return entry instanceof RegisterEntry.Closing closing
                ? new RegisterEntry.Closing(
                        closing.entryId(), closing.at(), closing.by(), null, closing.actualFootfall())
                : entry;
    }
}
