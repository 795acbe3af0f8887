package com.thec1rcle.query.promo;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeDeactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeReactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Which promo codes events have, and how often they have been used. */
@Projection
@ProcessingGroup(PromoCodeProjection.GROUP)
class PromoCodeProjection {
    static final String GROUP = "projection-promo-codes";

    private final Rows<PromoCodeDocument> codes;
    private final Rows<PromoCodeOwnerDocument> owners;

    PromoCodeProjection(@Qualifier("views") MongoTemplate mongo) {
        codes = new Rows<>(mongo, PromoCodeDocument.class, PromoCodeDocument.COLLECTION);
        owners = new Rows<>(mongo, PromoCodeOwnerDocument.class, PromoCodeOwnerDocument.COLLECTION);
        Indexes.ensure(mongo, PromoCodeDocument.COLLECTION, "eventId", "createdAt");
    }

    @EventHandler
    void on(EventDrafted event) {
        owners.insertIfAbsent(new PromoCodeOwnerDocument(event.eventId().value(), event.creator()));
    }

    @EventHandler
    void on(PromoCodeCreated event, @SequenceNumber long version, @Timestamp Instant at) {
        codes.insertIfAbsent(new PromoCodeDocument(
                event.promoCodeId().value(),
                event.eventId().value(),
                event.code(),
                event.terms(),
                true,
                0,
                Map.of(),
                at,
                version));
    }

    @EventHandler
    void on(PromoCodeRevised event, @SequenceNumber long version) {
        advance(event.promoCodeId(), version, code -> update("terms", event.terms()));
    }

    @EventHandler
    void on(PromoCodeDeactivated event, @SequenceNumber long version) {
        advance(event.promoCodeId(), version, code -> update("active", false));
    }

    @EventHandler
    void on(PromoCodeReactivated event, @SequenceNumber long version) {
        advance(event.promoCodeId(), version, code -> update("active", true));
    }

    @EventHandler
    void on(UseReserved event, @SequenceNumber long version) {
        String order = event.orderId().value();
        advance(
                event.promoCodeId(),
                version,
                code -> update("open", code.reserving(order, event.reservedAt(), event.until())));
    }

    @EventHandler
    void on(UseClaimed event, @SequenceNumber long version) {
        String order = event.orderId().value();
        advance(event.promoCodeId(), version, code -> update("open", code.claiming(order)));
    }

    @EventHandler
    void on(UseSettled event, @SequenceNumber long version) {
        String order = event.orderId().value();
        advance(
                event.promoCodeId(),
                version,
                code -> update("open", code.without(order)).set("used", code.used() + 1));
    }

    @EventHandler
    void on(UseReturned event, @SequenceNumber long version) {
        String order = event.orderId().value();
        advance(event.promoCodeId(), version, code -> update("open", code.without(order)));
    }

    @ResetHandler
    void reset() {
        codes.clear();
        owners.clear();
    }

    /** One writer changes a code at a time, in the order of its events; the version keeps a repeat out. */
    private void advance(PromoCodeId id, long version, Function<PromoCodeDocument, Update> change) {
        codes.find(id.value())
                .filter(code -> code.version() < version)
                .ifPresent(code -> codes.advance(code.id(), version, change.apply(code)));
    }
}
