package com.thec1rcle.query.event;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApproved;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDescribed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSentBack;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSubmitted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventWentLive;
import com.thec1rcle.kernel.event.EventLifecycleEvent.MediaAttached;
import com.thec1rcle.kernel.event.EventLifecycleEvent.OrderLimitsSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionAsked;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionDeclined;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionGranted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.ReEntryDecided;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Derives the events and their tiers with what is left of each. */
@Projection
@ProcessingGroup(EventsProjection.GROUP)
class EventsProjection {
    static final String GROUP = "projection-events";
    static final String EVENTS = "events";
    static final String TIERS = "tiers";
    static final String NAMES = "event_names";

    private final Rows<EventDocument> events;
    private final Rows<TierDocument> tiers;
    private final Rows<NameDocument> names;

    EventsProjection(@Qualifier("views") MongoTemplate mongo) {
        events = new Rows<>(mongo, EventDocument.class, EVENTS);
        tiers = new Rows<>(mongo, TierDocument.class, TIERS);
        names = new Rows<>(mongo, NameDocument.class, NAMES);
        Indexes.ensure(
                mongo,
                EVENTS,
                "status",
                "from",
                "publishedAt",
                "lowestPrice",
                "cityKey",
                "hostId",
                "venueId",
                "draftedAt");
        Indexes.ensure(mongo, TIERS, "eventId");
    }

    // ---- the event ---------------------------------------------------------------------------------------------

    @EventHandler
    void on(EventDrafted event, @SequenceNumber long version, @Timestamp Instant at) {
        events.insertIfAbsent(new EventDocument(
                event.eventId().value(),
                EventStatus.DRAFT,
                event.creator().type(),
                event.creator().id(),
                event.creator().isHost() ? event.creator().id() : null,
                event.title(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EventDocument.search(event.title(), null, null),
                null,
                null,
                null,
                null,
                false,
                OrderLimits.DEFAULT,
                false,
                null,
                PromotersDocument.of(PromoterTerms.OFF),
                List.of(),
                List.of(),
                null,
                EventDocument.NO_PRICE,
                0,
                at,
                false,
                null,
                null,
                null,
                null,
                null,
                version));
    }

    @EventHandler
    void on(EventDescribed event, @SequenceNumber long version) {
        EventDetails details = event.details();
        advance(
                event.eventId(),
                version,
                update("title", details.title())
                        .set("description", details.description())
                        .set("category", details.category())
                        .set("categoryKey", EventDocument.key(details.category()))
                        .set("city", details.city())
                        .set("cityKey", EventDocument.key(details.city()))
                        .set("ageRule", details.ageRule())
                        .set("refundPolicy", details.refundPolicy())
                        .set("terms", details.terms())
                        .set("search", EventDocument.search(details.title(), details.category(), details.city())));
    }

    @EventHandler
    void on(EventScheduled event, @SequenceNumber long version) {
        String venue = event.venueId().value();
        boolean knownThere = events.find(event.eventId().value())
                .filter(document -> document.handedIn() && venue.equals(document.venueId()))
                .isPresent();
        advance(
                event.eventId(),
                version,
                update("venueId", venue)
                        .set("handedIn", knownThere)
                        .set("from", event.slot().from())
                        .set("until", event.slot().until())
                        .set("doorsAt", event.doorsAt()));
    }

    @EventHandler
    void on(ReEntryDecided event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("reEntry", event.allowed()));
    }

    @EventHandler
    void on(OrderLimitsSet event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("limits", event.limits()));
    }

    @EventHandler
    void on(RsvpSet event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("rsvp", event.rsvp()));
    }

    @EventHandler
    void on(MediaAttached event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("media", event.media()));
    }

    @EventHandler
    void on(TierAdded event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                new Update().addToSet("tierIds", event.tierId().value()));
    }

    @EventHandler
    void on(EventSubmitted event, @SequenceNumber long version) {
        Update submitted = update("status", EventStatus.SUBMITTED)
                .set("handedIn", true)
                .set(
                        "slotRequestId",
                        event.slotRequestId() == null
                                ? null
                                : event.slotRequestId().value())
                .set("sentBackReason", null);
        advance(event.eventId(), version, submitted);
    }

    @EventHandler
    void on(EventApproved event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                update("status", EventStatus.APPROVED).set("handedIn", true).set("lapsesAt", event.lapsesAt()));
    }

    @EventHandler
    void on(EventSentBack event, @SequenceNumber long version) {
        sendBack(event.eventId(), version, event.reason());
    }

    @EventHandler
    void on(EventApprovalLapsed event, @SequenceNumber long version) {
        sendBack(event.eventId(), version, "The approval lapsed before publication.");
    }

    @EventHandler
    void on(SlotGivenUp event, @SequenceNumber long version) {
        boolean calledOff = events.find(event.eventId().value())
                .filter(document -> document.status() == EventStatus.CANCELLED)
                .isPresent();
        if (!calledOff) {
            sendBack(event.eventId(), version, "The event moved; its new slot needs the venue's answer.");
        }
    }

    @EventHandler
    void on(EventPublished event, @SequenceNumber long version, @Timestamp Instant at) {
        advance(
                event.eventId(),
                version,
                update("status", EventStatus.SCHEDULED)
                        .set("publishedAt", at)
                        .set("lapsesAt", null)
                        .set("promoters", PromotersDocument.of(event.promoters())));
    }

    @EventHandler
    void on(EventWentLive event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("status", EventStatus.LIVE));
    }

    @EventHandler
    void on(EventCompleted event, @SequenceNumber long version) {
        advance(event.eventId(), version, update("status", EventStatus.COMPLETED));
    }

    @EventHandler
    void on(EventCancelled event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                update("status", EventStatus.CANCELLED)
                        .set("cancelReason", event.reason())
                        .set("lapsesAt", null));
    }

    @EventHandler
    void on(PromotersArranged event, @SequenceNumber long version) {
        PromotersDocument arranged = PromotersDocument.of(event.terms());
        Update update = update("promoters", arranged);
        if (!arranged.promoterIds().isEmpty()) {
            update.pullAll("promotersAsking", arranged.promoterIds().toArray());
        }
        advance(event.eventId(), version, update);
    }

    @EventHandler
    void on(PromotionAsked event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                new Update().addToSet("promotersAsking", event.promoterId().value()));
    }

    @EventHandler
    void on(PromotionGranted event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                new Update()
                        .addToSet("promoters.promoterIds", event.promoterId().value())
                        .pull("promotersAsking", event.promoterId().value()));
    }

    @EventHandler
    void on(PromotionDeclined event, @SequenceNumber long version) {
        advance(
                event.eventId(),
                version,
                new Update()
                        .pull("promoters.promoterIds", event.promoterId().value())
                        .pull("promotersAsking", event.promoterId().value()));
    }

    // ---- its tiers ---------------------------------------------------------------------------------------------

    @EventHandler
    void on(TierCreated event, @SequenceNumber long version) {
        tiers.insertIfAbsent(new TierDocument(
                event.tierId().value(),
                event.eventId().value(),
                event.terms(),
                Availability.of(event.stock()),
                0,
                null,
                false,
                version,
                version));
        comparePrices(event.eventId());
    }

    @EventHandler
    void on(TierRevised event, @SequenceNumber long version) {
        tiers.advance(
                event.tierId().value(), version, update("terms", event.terms()).set("termsVersion", version));
        comparePrices(event.eventId());
    }

    @EventHandler
    void on(SalesOpened event, @SequenceNumber long version) {
        tiers.advance(
                event.tierId().value(),
                version,
                update("sellingUntil", event.selling().slot().until()));
    }

    @EventHandler
    void on(SalesClosed event, @SequenceNumber long version) {
        tiers.find(event.tierId().value())
                .ifPresent(tier -> tiers.advance(
                        tier.id(),
                        version,
                        update("closed", true)
                                .set("waiting", 0)
                                .set("availability", tier.availability().withoutOffers())));
    }

    @EventHandler
    void on(StockSet event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.restocked(event.stock()));
    }

    @EventHandler
    void on(StockHeld event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.hold(event.quantity(), event.heldUntil()));
    }

    @EventHandler
    void on(HoldReleased event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.free(event.quantity(), event.heldUntil()));
    }

    @EventHandler
    void on(HoldLapsed event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.free(event.quantity(), event.heldUntil()));
    }

    @EventHandler
    void on(HoldClaimed event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.claim(event.quantity(), event.heldUntil()));
    }

    @EventHandler
    void on(StockReclaimed event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.reclaim(event.quantity()));
    }

    @EventHandler
    void on(StockSold event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.sell(event.quantity()));
    }

    @EventHandler
    void on(ClaimAbandoned event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.abandon(event.quantity()));
    }

    // ---- who waits ---------------------------------------------------------------------------------------------

    @EventHandler
    void on(WaitingListJoined event, @SequenceNumber long version) {
        queue(event.tierId(), version, 1, stock -> stock);
    }

    @EventHandler
    void on(WaitingListLeft event, @SequenceNumber long version) {
        queue(event.tierId(), version, -1, stock -> stock);
    }

    @EventHandler
    void on(StockOffered event, @SequenceNumber long version) {
        queue(event.tierId(), version, -1, stock -> stock.offer(event.quantity(), event.offeredUntil()));
    }

    @EventHandler
    void on(OfferRestored event, @SequenceNumber long version) {
        queue(event.tierId(), version, 0, stock -> stock.offer(event.quantity(), event.offeredUntil()));
    }

    @EventHandler
    void on(OfferTaken event, @SequenceNumber long version) {
        queue(event.tierId(), version, 0, stock -> stock.endOffer(event.quantity(), event.offeredUntil()));
    }

    @EventHandler
    void on(OfferGivenUp event, @SequenceNumber long version) {
        queue(event.tierId(), version, 0, stock -> stock.endOffer(event.quantity(), event.offeredUntil()));
    }

    @EventHandler
    void on(OfferLapsed event, @SequenceNumber long version) {
        queue(event.tierId(), version, 0, stock -> stock.endOffer(event.quantity(), event.offeredUntil()));
    }

    @EventHandler
    void on(StockReturned event, @SequenceNumber long version) {
        count(event.tierId(), version, stock -> stock.giveBack(event.quantity()));
    }

    // ---- names -------------------------------------------------------------------------------------------------

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        names.insertIfAbsent(new NameDocument(NameDocument.key(event.venueId()), event.name(), version));
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        names.advance(NameDocument.key(event.venueId()), version, update("name", event.name()));
    }

    @EventHandler
    void on(HostRegistered event, @SequenceNumber long version) {
        names.insertIfAbsent(new NameDocument(NameDocument.key(event.hostId()), event.name(), version));
    }

    @ResetHandler
    void reset() {
        events.clear();
        tiers.clear();
        names.clear();
    }

    private void advance(EventId event, long version, Update update) {
        events.advance(event.value(), version, update);
    }

    private void sendBack(EventId event, long version, String reason) {
        advance(
                event,
                version,
                update("status", EventStatus.NEEDS_CHANGES)
                        .set("sentBackReason", reason)
                        .set("lapsesAt", null));
    }

    /** One writer counts a tier at a time, in the order of its events; the version keeps a repeat out. */
    private void count(TierId tier, long version, UnaryOperator<Availability> change) {
        queue(tier, version, 0, change);
    }

    /** The stock has changed, and so many more or fewer people wait. */
    private void queue(TierId tier, long version, int more, UnaryOperator<Availability> change) {
        tiers.evolve(tier.value(), version, TierDocument::version, document -> document.counted(change, more, version));
    }

    /**
     * The lowest price of the visible tiers. Every version of a tier's terms only grows, so the state that has seen most
     * is the one with the greatest sum; a comparison that comes late with an older state changes nothing.
     */
    private void comparePrices(EventId event) {
        List<TierDocument> all = tiers.findAll(where("eventId").is(event.value()));
        long seen = all.stream().mapToLong(tier -> tier.termsVersion() + 1).sum();
        Optional<Money> lowest = all.stream()
                .filter(tier -> !tier.isHidden())
                .map(tier -> tier.terms().price())
                .min(Comparator.comparingLong(Money::amount));
        events.advance(
                event.value(),
                "offersVersion",
                seen,
                update("fromPrice", lowest.orElse(null))
                        .set("lowestPrice", lowest.map(Money::amount).orElse(EventDocument.NO_PRICE)));
    }
}
