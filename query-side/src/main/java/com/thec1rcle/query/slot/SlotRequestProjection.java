package com.thec1rcle.query.slot;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequestExpired;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotEvent.SlotWithdrawn;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestView.CounterProposal;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the slot requests; that a counter-proposal was accepted shows as the approval that follows at once. */
@Projection
@ProcessingGroup(SlotRequestProjection.GROUP)
final class SlotRequestProjection {
    static final String GROUP = "projection-slot-requests";
    static final String COLLECTION = "slot_requests";

    private final Rows<SlotRequestDocument> requests;

    SlotRequestProjection(@Qualifier("views") MongoTemplate mongo) {
        requests = new Rows<>(mongo, SlotRequestDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "venueId", "hostId", "requestedAt");
    }

    @EventHandler
    void on(SlotRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        requests.insertIfAbsent(new SlotRequestDocument(
                event.slotRequestId().value(),
                event.venueId().value(),
                event.hostId().value(),
                event.eventId() == null ? null : event.eventId().value(),
                event.period().from(),
                event.period().until(),
                event.notes(),
                SlotRequestStatus.PENDING,
                null,
                null,
                at,
                event.expiresAt(),
                null,
                version));
    }

    @EventHandler
    void on(SlotApproved event, @SequenceNumber long version) {
        requests.advance(
                event.slotRequestId().value(),
                version,
                update("status", SlotRequestStatus.APPROVED)
                        .set("from", event.period().from())
                        .set("until", event.period().until())
                        .set("lapsesAt", event.lapsesAt()));
    }

    @EventHandler
    void on(SlotRejected event, @SequenceNumber long version) {
        requests.advance(
                event.slotRequestId().value(),
                version,
                update("status", SlotRequestStatus.REJECTED).set("reason", event.reason()));
    }

    @EventHandler
    void on(SlotCounterProposed event, @SequenceNumber long version) {
        requests.advance(
                event.slotRequestId().value(),
                version,
                update("status", SlotRequestStatus.COUNTER_PROPOSED)
                        .set("counterProposal", CounterProposal.of(event.period(), event.note())));
    }

    @EventHandler
    void on(SlotWithdrawn event, @SequenceNumber long version) {
        requests.advance(event.slotRequestId().value(), version, update("status", SlotRequestStatus.WITHDRAWN));
    }

    @EventHandler
    void on(SlotRequestExpired event, @SequenceNumber long version) {
        requests.advance(event.slotRequestId().value(), version, update("status", SlotRequestStatus.EXPIRED));
    }

    @ResetHandler
    void reset() {
        requests.clear();
    }
}
