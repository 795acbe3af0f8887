package com.thec1rcle.query.partnership;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipBlocked;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipEnded;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRejected;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the partnerships. */
@Projection
@ProcessingGroup(PartnershipProjection.GROUP)
final class PartnershipProjection {
    static final String GROUP = "projection-partnerships";
    static final String COLLECTION = "partnerships";

    private final Rows<PartnershipDocument> partnerships;

    PartnershipProjection(@Qualifier("views") MongoTemplate mongo) {
        partnerships = new Rows<>(mongo, PartnershipDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "venueId", "hostId", "requestedAt");
    }

    /** A rejected or ended partnership may be requested again. */
    @EventHandler
    void on(PartnershipRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        partnerships.insertIfAbsent(new PartnershipDocument(
                event.partnershipId().value(),
                event.hostId().value(),
                event.venueId().value(),
                PartnershipStatus.REQUESTED,
                event.message(),
                null,
                at,
                null,
                version));
        partnerships.advance(
                event.partnershipId().value(),
                version,
                update("status", PartnershipStatus.REQUESTED)
                        .set("message", event.message())
                        .set("requestedAt", at)
                        .unset("reason")
                        .unset("answeredAt"));
    }

    @EventHandler
    void on(PartnershipApproved event, @SequenceNumber long version, @Timestamp Instant at) {
        answer(event.partnershipId(), PartnershipStatus.ACTIVE, null, version, at);
    }

    @EventHandler
    void on(PartnershipRejected event, @SequenceNumber long version, @Timestamp Instant at) {
        answer(event.partnershipId(), PartnershipStatus.REJECTED, event.reason(), version, at);
    }

    @EventHandler
    void on(PartnershipBlocked event, @SequenceNumber long version, @Timestamp Instant at) {
        answer(event.partnershipId(), PartnershipStatus.BLOCKED, event.reason(), version, at);
    }

    @EventHandler
    void on(PartnershipEnded event, @SequenceNumber long version, @Timestamp Instant at) {
        answer(event.partnershipId(), PartnershipStatus.ENDED, event.reason(), version, at);
    }

    @ResetHandler
    void reset() {
        partnerships.clear();
    }

    private void answer(PartnershipId id, PartnershipStatus status, @Nullable String reason, long version, Instant at) {
        partnerships.advance(
                id.value(),
                version,
                update("status", status).set("reason", reason).set("answeredAt", at));
    }
}
