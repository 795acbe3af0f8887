package com.thec1rcle.query.ticketing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingStatus;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Who waits for which tier, whose turn it is, and how each wait ended. */
@Projection
@ProcessingGroup(WaitingListProjection.GROUP)
class WaitingListProjection {
    static final String GROUP = "projection-waiting-list";

    private final Rows<WaitingPlaceDocument> places;
    private final Rows<WaitingListOwnerDocument> owners;

    WaitingListProjection(@Qualifier("views") MongoTemplate mongo) {
        places = new Rows<>(mongo, WaitingPlaceDocument.class, WaitingPlaceDocument.COLLECTION);
        owners = new Rows<>(mongo, WaitingListOwnerDocument.class, WaitingListOwnerDocument.COLLECTION);
        Indexes.ensure(mongo, WaitingPlaceDocument.COLLECTION, "tierId", "accountId", "number");
    }

    @EventHandler
    void on(EventPublished event) {
        owners.insertIfAbsent(new WaitingListOwnerDocument(
                event.eventId().value(), event.venueId().value(), event.creator()));
    }

    @EventHandler
    void on(WaitingListJoined event, @SequenceNumber long version, @Timestamp Instant at) {
        places.insertIfAbsent(new WaitingPlaceDocument(
                event.entryId().value(),
                event.eventId().value(),
                event.tierId().value(),
                event.accountId().value(),
                event.quantity(),
                WaitingStatus.WAITING,
                version,
                at,
                null,
                version));
    }

    @EventHandler
    void on(StockOffered event, @SequenceNumber long version) {
        offered(event.entryId(), event.quantity(), event.offeredUntil(), version);
    }

    @EventHandler
    void on(OfferRestored event, @SequenceNumber long version) {
        offered(event.entryId(), event.quantity(), event.offeredUntil(), version);
    }

    @EventHandler
    void on(OfferTaken event, @SequenceNumber long version) {
        ended(event.entryId(), WaitingStatus.ORDERED, version);
    }

    @EventHandler
    void on(WaitingListLeft event, @SequenceNumber long version) {
        ended(event.entryId(), WaitingStatus.LEFT, version);
    }

    @EventHandler
    void on(OfferGivenUp event, @SequenceNumber long version) {
        ended(event.entryId(), WaitingStatus.LEFT, version);
    }

    @EventHandler
    void on(OfferLapsed event, @SequenceNumber long version) {
        ended(event.entryId(), WaitingStatus.LAPSED, version);
    }

    @EventHandler
    void on(SalesClosed event, @SequenceNumber long version) {
        places.findAll(where("tierId")
                        .is(event.tierId().value())
                        .and("status")
                        .in(List.of(WaitingStatus.WAITING, WaitingStatus.OFFERED)))
                .forEach(place -> ended(new WaitingListEntryId(place.id()), WaitingStatus.CLOSED, version));
    }

    @ResetHandler
    void reset() {
        places.clear();
        owners.clear();
    }

    private void offered(WaitingListEntryId entry, int quantity, Instant until, long version) {
        Update offered = update("status", WaitingStatus.OFFERED)
                .set("quantity", quantity)
                .set("offeredUntil", until);
        places.advance(entry.value(), version, offered);
    }

    private void ended(WaitingListEntryId entry, WaitingStatus how, long version) {
        places.advance(entry.value(), version, update("status", how));
    }
}
