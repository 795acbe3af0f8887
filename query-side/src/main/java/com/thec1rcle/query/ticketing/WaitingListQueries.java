package com.thec1rcle.query.ticketing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.ticketing.WaitingListPage;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingList;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingPlace;
import com.thec1rcle.kernel.ticketing.WaitingPlaceView;
import com.thec1rcle.kernel.ticketing.WaitingStatus;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers guests about their own place in line, and the event's people about the line. */
@Component
class WaitingListQueries {
    private static final List<WaitingStatus> IN_LINE = List.of(WaitingStatus.WAITING, WaitingStatus.OFFERED);

    private final Rows<WaitingPlaceDocument> places;
    private final Rows<WaitingListOwnerDocument> owners;
    private final Clock clock;

    WaitingListQueries(@Qualifier("views") MongoTemplate mongo, Clock clock) {
        places = new Rows<>(mongo, WaitingPlaceDocument.class, WaitingPlaceDocument.COLLECTION);
        owners = new Rows<>(mongo, WaitingListOwnerDocument.class, WaitingListOwnerDocument.COLLECTION);
        this.clock = clock;
    }

    @QueryHandler
    WaitingListPage find(FindWaitingList query) {
        WaitingListOwnerDocument owner =
                owners.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("published event"));
        if (!owner.mayBeSeenBy(query.viewer())) {
            throw QueryRefused.forbidden();
        }
        Instant now = clock.instant();
        Rows.Page<WaitingPlaceDocument> page = places.page(
                where("eventId")
                        .is(query.eventId().value())
                        .and("tierId")
                        .is(query.tierId().value())
                        .and("status")
                        .in(IN_LINE),
                "number",
                Direction.ASC,
                query.cursor(),
                query.limit(),
                WaitingPlaceDocument::number,
                WaitingPlaceDocument::id);
        return new WaitingListPage(
                page.items().stream().map(place -> place.toView(now, null)).toList(), page.nextCursor());
    }

    @QueryHandler
    WaitingPlaceView find(FindWaitingPlace query) {
        WaitingPlaceDocument place = places
                .findAll(where("tierId")
                        .is(query.tierId().value())
                        .and("accountId")
                        .is(query.viewer().userId().value()))
                .stream()
                .filter(found -> found.eventId().equals(query.eventId().value()))
                .max(Comparator.comparingLong(WaitingPlaceDocument::number))
                .orElseThrow(() -> QueryRefused.notFound("place in line"));
        return place.toView(clock.instant(), positionOf(place));
    }

    private @Nullable Long positionOf(WaitingPlaceDocument place) {
        if (place.status() != WaitingStatus.WAITING) {
            return null;
        }
        return 1
                + places.count(where("tierId")
                        .is(place.tierId())
                        .and("status")
                        .is(WaitingStatus.WAITING)
                        .and("number")
                        .lt(place.number()));
    }
}
