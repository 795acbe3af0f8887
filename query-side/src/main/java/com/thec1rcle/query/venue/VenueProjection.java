package com.thec1rcle.query.venue;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the venues. */
@Projection
@ProcessingGroup(VenueProjection.GROUP)
final class VenueProjection {
    static final String GROUP = "projection-venues";
    static final String COLLECTION = "venues";

    private final Rows<VenueDocument> venues;

    VenueProjection(@Qualifier("views") MongoTemplate mongo) {
        venues = new Rows<>(mongo, VenueDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "cityKey", "name");
    }

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        venues.insertIfAbsent(new VenueDocument(
                event.venueId().value(),
                event.name(),
                event.city(),
                VenueDocument.key(event.city()),
                event.address(),
                event.timeZone(),
                event.capacity(),
                version));
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        venues.advance(
                event.venueId().value(),
                version,
                update("name", event.name())
                        .set("city", event.city())
                        .set("cityKey", VenueDocument.key(event.city()))
                        .set("address", event.address())
                        .set("capacity", event.capacity()));
    }

    @ResetHandler
    void reset() {
        venues.clear();
    }
}
