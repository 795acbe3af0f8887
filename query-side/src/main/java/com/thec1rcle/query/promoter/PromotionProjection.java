package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionAsked;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionDeclined;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionGranted;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromotionRequestStatus;
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

/** Which events promoters may sell, and who asked to. */
@Projection
@ProcessingGroup(PromotionProjection.GROUP)
class PromotionProjection {
    static final String GROUP = "projection-promoter-events";

    private final Rows<PromotableEventDocument> events;
    private final Rows<PromotionRequestDocument> requests;

    PromotionProjection(@Qualifier("views") MongoTemplate mongo) {
        events = new Rows<>(mongo, PromotableEventDocument.class, PromotableEventDocument.COLLECTION);
        requests = new Rows<>(mongo, PromotionRequestDocument.class, PromotionRequestDocument.COLLECTION);
        Indexes.ensure(mongo, PromotableEventDocument.COLLECTION, "over", "enabled", "from");
        Indexes.ensure(mongo, PromotionRequestDocument.COLLECTION, "eventId", "at");
    }

    @EventHandler
    void on(EventPublished event, @SequenceNumber long version) {
        PromoterTerms terms = event.promoters();
        events.insertIfAbsent(new PromotableEventDocument(
                event.eventId().value(),
                event.title(),
                event.city(),
                event.venueId().value(),
                event.creator(),
                event.slot().from(),
                event.slot().until(),
                terms.enabled(),
                isSelected(terms),
                promoterIds(terms),
                terms.commission(),
                terms.discount(),
                false,
                version));
        Update published = arranged(terms)
                .set("title", event.title())
                .set("city", event.city())
                .set("venueId", event.venueId().value())
                .set("from", event.slot().from())
                .set("until", event.slot().until());
        events.advance(event.eventId().value(), version, published);
    }

    @EventHandler
    void on(PromotersArranged event, @SequenceNumber long version) {
        events.advance(event.eventId().value(), version, arranged(event.terms()));
    }

    @EventHandler
    void on(EventCancelled event, @SequenceNumber long version) {
        end(event.eventId(), version);
    }

    @EventHandler
    void on(EventCompleted event, @SequenceNumber long version) {
        end(event.eventId(), version);
    }

    @EventHandler
    void on(PromotionAsked event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.eventId(), event.promoterId(), PromotionRequestStatus.ASKED, version, at);
    }

    @EventHandler
    void on(PromotionGranted event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.eventId(), event.promoterId(), PromotionRequestStatus.GRANTED, version, at);
        events.advance(
                event.eventId().value(),
                version,
                new Update().addToSet("promoterIds", event.promoterId().value()));
    }

    @EventHandler
    void on(PromotionDeclined event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.eventId(), event.promoterId(), PromotionRequestStatus.DECLINED, version, at);
        events.advance(
                event.eventId().value(),
                version,
                new Update().pull("promoterIds", event.promoterId().value()));
    }

    @ResetHandler
    void reset() {
        events.clear();
        requests.clear();
    }

    private void end(EventId event, long version) {
        events.advance(event.value(), version, Update.update("over", true));
    }

    private void note(EventId event, PromoterId promoter, PromotionRequestStatus status, long version, Instant at) {
        String id = PromotionRequestDocument.id(event, promoter);
        requests.insertIfAbsent(new PromotionRequestDocument(id, event.value(), promoter.value(), status, at, version));
        requests.advance(id, version, Update.update("status", status).set("at", at));
    }

    private static Update arranged(PromoterTerms terms) {
        return Update.update("enabled", terms.enabled())
                .set("selected", isSelected(terms))
                .set("promoterIds", promoterIds(terms))
                .set("commission", terms.commission())
                .set("discount", terms.discount());
    }

    private static boolean isSelected(PromoterTerms terms) {
        return terms.mode() == PromoterTerms.Mode.SELECTED;
    }

    private static List<String> promoterIds(PromoterTerms terms) {
        return terms.promoterIds().stream().map(PromoterId::value).sorted().toList();
    }
}
