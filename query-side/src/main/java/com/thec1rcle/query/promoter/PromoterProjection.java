package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterApproved;
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
import org.springframework.data.mongodb.core.query.Update;

/** Who is a promoter, and who is approved. */
@Projection
@ProcessingGroup(PromoterProjection.GROUP)
class PromoterProjection {
    static final String GROUP = "projection-promoters";

    private final Rows<PromoterDocument> promoters;

    PromoterProjection(@Qualifier("views") MongoTemplate mongo) {
        promoters = new Rows<>(mongo, PromoterDocument.class, PromoterDocument.COLLECTION);
        Indexes.ensure(mongo, PromoterDocument.COLLECTION, "openedAt");
    }

    @EventHandler
    void on(PromoterAccountOpened event, @SequenceNumber long version, @Timestamp Instant at) {
        promoters.insertIfAbsent(new PromoterDocument(
                event.promoterId().value(), event.userId().value(), event.displayName(), false, at, version));
    }

    @EventHandler
    void on(PromoterApproved event, @SequenceNumber long version) {
        promoters.advance(event.promoterId().value(), version, Update.update("approved", true));
    }

    @ResetHandler
    void reset() {
        promoters.clear();
    }
}
