package com.thec1rcle.query.venue;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.venue.VenueList;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenue;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenues;
import com.thec1rcle.kernel.venue.VenueView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what anybody may ask about venues. */
@Component
final class VenueQueries {
    private final Rows<VenueDocument> venues;

    VenueQueries(@Qualifier("views") MongoTemplate mongo) {
        venues = new Rows<>(mongo, VenueDocument.class, VenueProjection.COLLECTION);
    }

    @QueryHandler
    VenueView handle(FindVenue query) {
        return venues.find(query.venueId().value())
                .map(VenueDocument::toView)
                .orElseThrow(() -> QueryRefused.notFound("venue"));
    }

    @QueryHandler
    VenueList handle(FindVenues query) {
        Criteria criteria =
                query.city() == null ? new Criteria() : where("cityKey").is(VenueDocument.key(query.city()));
        var page = venues.page(
                criteria,
                "name",
                Sort.Direction.ASC,
                query.cursor(),
                query.limit(),
                VenueDocument::name,
                VenueDocument::id);
        return new VenueList(page.items().stream().map(VenueDocument::toView).toList(), page.nextCursor());
    }
}
