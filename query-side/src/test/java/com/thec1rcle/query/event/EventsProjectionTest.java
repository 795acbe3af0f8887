package com.thec1rcle.query.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApproved;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDescribed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSentBack;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSubmitted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.MediaAttached;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionAsked;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionGranted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.ReEntryDecided;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventList;
import com.thec1rcle.kernel.event.EventMedia;
import com.thec1rcle.kernel.event.EventQuery.FindEvent;
import com.thec1rcle.kernel.event.EventQuery.FindOwnEvents;
import com.thec1rcle.kernel.event.EventQuery.FindPublicEvents;
import com.thec1rcle.kernel.event.EventSort;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.EventSummary;
import com.thec1rcle.kernel.event.EventView;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.PromoterTerms.Mode;
import com.thec1rcle.kernel.event.TierView;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
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
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsProjectionTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));
    private static final Instant OFFER_ENDS = NOW.plus(Duration.ofMinutes(15));
    private static final Period SLOT =
            new Period(Instant.parse("2026-12-04T15:30:00Z"), Instant.parse("2026-12-04T22:30:00Z"));
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final EventCreator BY_HOST = EventCreator.host(HOST);
    private static final EventId EVENT = new EventId("event-1");
    private static final TierId GENERAL = new TierId("tier-1");
    private static final TierId VELVET = new TierId("tier-2");
    private static final PromoterId PIA = new PromoterId("pia");
    private static final SlotRequestId REQUEST = new SlotRequestId("request-1");
    private static final BookingId BOOKING = new BookingId("request-1");
    private static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor VERA =
            new Actor(new UserId("vera"), null, Set.of(), Map.of(VENUE, StaffRole.VIEWER), Set.of(), null);
    private static final PromoterTerms PROMOTERS =
            new PromoterTerms(true, Mode.SELECTED, Set.of(), Rate.share(1200), Rate.share(500));

    private ViewsFixture views;
    private EventsProjection projection;
    private AnnotationEventHandlerAdapter handlers;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<GenericDomainEventMessage<?>> history = new ArrayList<>();

    @BeforeEach
    void start() {
        views = ViewsFixture.start();
        projection = new EventsProjection(views.mongo());
        handlers = new AnnotationEventHandlerAdapter(projection);
        happened(
                VENUE.value(),
                new VenueRegistered(VENUE, new UserId("vera"), "Blue", "Mumbai", "1 Road", "Asia/Kolkata", 300));
        happened(HOST.value(), new HostRegistered(HOST, new UserId("hana"), "Night Shift", "Mumbai"));
    }

    @AfterEach
    void stop() {
        views.close();
    }

    // ---- right

    @Test
    void aDraftIsForItsOwnPeopleOnly() {
        draft(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        assertThat(find(HANA, NOW).status()).isEqualTo(EventStatus.DRAFT);
        assertThatThrownBy(() -> find(VERA, NOW)).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> find(Actor.ANONYMOUS, NOW)).isInstanceOf(QueryRefused.class);
        assertThat(listed(EventSort.DATE, null)).isEmpty();
    }

    @Test
    void theVenueSeesWhatWasHandedInToIt() {
        draft(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        assertThat(own(VERA)).isEmpty();
        happened(EVENT.value(), new EventSubmitted(EVENT, REQUEST, VENUE, SLOT));
        assertThat(own(VERA)).containsExactly("event-1");
        happened(EVENT.value(), new EventSentBack(EVENT, "Another night, please."));
        assertThat(find(VERA, NOW).backstage().sentBackReason()).isEqualTo("Another night, please.");
        happened(EVENT.value(), new EventScheduled(EVENT, new VenueId("venue-2"), SLOT, SLOT.from()));
        assertThat(own(VERA)).isEmpty();
        assertThat(own(HANA)).containsExactly("event-1");
    }

    @Test
    void aPublishedEventIsForEverybody() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        EventView event = find(Actor.ANONYMOUS, NOW);
        assertThat(event.status()).isEqualTo(EventStatus.SCHEDULED);
        assertThat(event.venueName()).isEqualTo("Blue");
        assertThat(event.hostName()).isEqualTo("Night Shift");
        assertThat(event.fromPrice()).isEqualTo(Money.inr(100_000));
        assertThat(event.media()).isEqualTo(new EventMedia("cover", null, List.of("one")));
        assertThat(event.backstage()).isNull();
        assertThat(find(HANA, NOW).backstage().promoters()).isEqualTo(PROMOTERS);
        happened(VENUE.value(), new VenueDetailsChanged(VENUE, "Bluer", "Mumbai", "1 Road", 300));
        assertThat(find(Actor.ANONYMOUS, NOW).venueName()).isEqualTo("Bluer");
    }

    @Test
    void theStateIsTheClocks() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        assertThat(find(Actor.ANONYMOUS, SLOT.from()).status()).isEqualTo(EventStatus.LIVE);
        assertThat(find(Actor.ANONYMOUS, SLOT.until()).status()).isEqualTo(EventStatus.COMPLETED);
    }

    @Test
    void aHoldIsFreeTheMomentItLapses() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(GENERAL.value(), held(1, 4), held(2, 6));
        assertThat(tier(NOW).available()).isZero();
        assertThat(tier(NOW).soldOut()).isTrue();
        assertThat(tier(UNTIL.minusMillis(1)).available()).isZero();
        assertThat(tier(UNTIL).available()).isEqualTo(10);
        assertThat(tier(UNTIL).soldOut()).isFalse();
    }

    @Test
    void claimedAndSoldStockDoesNotComeBack() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(
                GENERAL.value(),
                held(1, 4),
                new HoldClaimed(GENERAL, EVENT, order(1), 4, UNTIL),
                held(2, 1),
                held(3, 2),
                new HoldLapsed(GENERAL, EVENT, order(3), 2, UNTIL),
                new StockSold(GENERAL, EVENT, order(1), 4));
        assertThat(tier(NOW).available()).isEqualTo(5);
        assertThat(tier(UNTIL).available()).isEqualTo(6);
        TierView seenByHost = find(HANA, NOW).tiers().getFirst();
        assertThat(seenByHost.sold()).isEqualTo(4);
        assertThat(seenByHost.held()).isEqualTo(1);
        assertThat(seenByHost.stock()).isEqualTo(10);
        assertThat(tier(NOW).stock()).isNull();
    }

    @Test
    void aHiddenTierIsShownToWhoHasItsCode() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(EVENT.value(), new TierAdded(EVENT, VELVET));
        happened(VELVET.value(), new TierCreated(VELVET, EVENT, BY_HOST, terms(1, AccessCode.seal(VELVET, "ROPE")), 5));
        assertThat(find(Actor.ANONYMOUS, NOW).tiers()).hasSize(1);
        assertThat(find(HANA, NOW).tiers()).hasSize(2);
        EventView opened = queries(NOW).handle(new FindEvent(EVENT, Actor.ANONYMOUS, "ROPE"));
        assertThat(opened.tiers()).hasSize(2);
        assertThat(opened.fromPrice()).isEqualTo(Money.inr(100_000));
    }

    @Test
    void aCancelledEventIsShownButNotListed() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(
                EVENT.value(),
                new EventCancelled(
                        EVENT, BY_HOST, VENUE, BOOKING, null, List.of(GENERAL), EventStatus.SCHEDULED, "Rain."));
        assertThat(listed(EventSort.DATE, null)).isEmpty();
        assertThat(find(Actor.ANONYMOUS, NOW).cancelReason()).isEqualTo("Rain.");
    }

    @Test
    void promotersWhoAskAndAreLetInAreKnownBackstage() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(EVENT.value(), new PromotionAsked(EVENT, PIA));
        assertThat(find(HANA, NOW).backstage().promotersAsking()).containsExactly(PIA);
        happened(EVENT.value(), new PromotionGranted(EVENT, PIA));
        assertThat(find(HANA, NOW).backstage().promotersAsking()).isEmpty();
        assertThat(find(HANA, NOW).backstage().promoters().promoterIds()).containsExactly(PIA);
    }

    @Test
    void theListingFiltersSortsAndPages() {
        Period later =
                new Period(SLOT.from().plus(Duration.ofDays(7)), SLOT.until().plus(Duration.ofDays(7)));
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        publish(new EventId("event-2"), "Techno (Live)", "Pune", later, 50_000);
        publish(new EventId("event-3"), "Dry Nights", "Mumbai", later, 20_000);
        assertThat(listed(EventSort.DATE, null)).containsExactly("event-1", "event-2", "event-3");
        assertThat(listed(EventSort.PRICE, null)).containsExactly("event-3", "event-2", "event-1");
        assertThat(listed(EventSort.NEWEST, null)).containsExactly("event-3", "event-2", "event-1");
        assertThat(listed(EventSort.DATE, "NIGHTS")).containsExactly("event-1", "event-3");
        assertThat(listed(EventSort.DATE, "(live)")).containsExactly("event-2");
        assertThat(ids(search("mumbai", null, null, null))).containsExactly("event-1", "event-3");
        assertThat(ids(search(null, later.from(), null, null))).containsExactly("event-2", "event-3");
        assertThat(ids(search(null, null, later.from(), null))).containsExactly("event-1");
        assertThat(ids(search(null, null, null, 50_000L))).containsExactly("event-2", "event-3");
        EventList first = page(null);
        assertThat(ids(first)).containsExactly("event-1", "event-2");
        EventList second = page(first.nextCursor());
        assertThat(ids(second)).containsExactly("event-3");
        assertThat(second.nextCursor()).isNull();
    }

    // ---- replayed, rebuilt

    @Test
    void whatHappensTwiceHappensOnce() {
        everything();
        Map<String, List<Document>> once = documents();
        history.forEach(this::handle);
        assertThat(documents()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        everything();
        Map<String, List<Document>> once = documents();
        projection.reset();
        assertThat(documents().values()).allMatch(List::isEmpty);
        history.forEach(this::handle);
        assertThat(documents()).isEqualTo(once);
    }

    @Test
    void whileSomebodyWaitsNothingIsLeftForNewcomers() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(GENERAL.value(), held(1, 10), joined("asha", 4), joined("bina", 2), released(1, 3));
        assertThat(tier(NOW).waiting()).isEqualTo(2);
        assertThat(tier(NOW).available()).isZero();
        assertThat(tier(NOW).soldOut()).isTrue();
        happened(GENERAL.value(), offered("bina", 2));
        assertThat(tier(NOW).waiting()).isEqualTo(1);
        happened(GENERAL.value(), new WaitingListLeft(GENERAL, EVENT, entry("asha"), new UserId("asha"), 4));
        assertThat(tier(NOW).available()).isEqualTo(1);
    }

    @Test
    void whatIsOfferedIsHeldUntilItLapsesOrIsTaken() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(GENERAL.value(), joined("asha", 4), offered("asha", 4));
        assertThat(tier(NOW).available()).isEqualTo(6);
        assertThat(find(HANA, NOW).tiers().getFirst().held()).isEqualTo(4);
        assertThat(tier(UNTIL.plusSeconds(300)).available()).isEqualTo(10);
        happened(
                GENERAL.value(),
                new OfferTaken(GENERAL, EVENT, entry("asha"), new UserId("asha"), order(1), 4, OFFER_ENDS),
                held(1, 3));
        assertThat(tier(NOW).available()).isEqualTo(7);
        happened(
                GENERAL.value(),
                new HoldReleased(GENERAL, EVENT, order(1), 3, UNTIL),
                new OfferRestored(GENERAL, EVENT, entry("asha"), new UserId("asha"), 3, OFFER_ENDS));
        assertThat(tier(NOW).available()).isEqualTo(7);
        happened(
                GENERAL.value(),
                new OfferLapsed(GENERAL, EVENT, entry("asha"), new UserId("asha"), 3, OFFER_ENDS),
                joined("bina", 1),
                offered("bina", 1),
                new OfferGivenUp(GENERAL, EVENT, entry("bina"), new UserId("bina"), 1, OFFER_ENDS),
                joined("chen", 1),
                offered("chen", 1));
        assertThat(tier(NOW).available()).isEqualTo(9);
        happened(GENERAL.value(), new SalesClosed(GENERAL, EVENT, "Over."));
        assertThat(tier(NOW).available()).isEqualTo(10);
    }

    @Test
    void anRsvpEventSaysSo() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 0);
        assertThat(find(Actor.ANONYMOUS, NOW).rsvp()).isFalse();
        happened(EVENT.value(), new RsvpSet(EVENT, true));
        assertThat(find(Actor.ANONYMOUS, NOW).rsvp()).isTrue();
    }

    @Test
    void itSaysWhetherGuestsMayComeBack() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 0);
        assertThat(find(Actor.ANONYMOUS, NOW).reEntry()).isFalse();
        happened(EVENT.value(), new ReEntryDecided(EVENT, true));
        assertThat(find(Actor.ANONYMOUS, NOW).reEntry()).isTrue();
        happened(EVENT.value(), new ReEntryDecided(EVENT, false));
        assertThat(find(Actor.ANONYMOUS, NOW).reEntry()).isFalse();
    }

    private static WaitingListEntryId entry(String account) {
        return new WaitingListEntryId("entry-" + account);
    }

    private static WaitingListJoined joined(String account, int quantity) {
        return new WaitingListJoined(GENERAL, EVENT, entry(account), new UserId(account), quantity);
    }

    private static StockOffered offered(String account, int quantity) {
        return new StockOffered(GENERAL, EVENT, entry(account), new UserId(account), "General", quantity, OFFER_ENDS);
    }

    private static HoldReleased released(int order, int quantity) {
        return new HoldReleased(GENERAL, EVENT, order(order), quantity, UNTIL);
    }

    private void everything() {
        publish(EVENT, "Monsoon Nights", "Mumbai", SLOT, 100_000);
        happened(
                GENERAL.value(),
                held(1, 4),
                new HoldClaimed(GENERAL, EVENT, order(1), 4, UNTIL),
                held(2, 1),
                new StockSold(GENERAL, EVENT, order(1), 4),
                new TierRevised(GENERAL, EVENT, terms(90_000, null)),
                joined("asha", 4),
                joined("bina", 2),
                offered("bina", 2),
                new OfferTaken(GENERAL, EVENT, entry("bina"), new UserId("bina"), order(3), 2, OFFER_ENDS),
                held(3, 2),
                joined("chen", 1),
                offered("chen", 1));
        happened(
                EVENT.value(),
                new RsvpSet(EVENT, true),
                new ReEntryDecided(EVENT, true),
                new PromotionAsked(EVENT, PIA),
                new PromotionGranted(EVENT, PIA));
        happened(VENUE.value(), new VenueDetailsChanged(VENUE, "Bluer", "Mumbai", "1 Road", 300));
        draft(new EventId("event-2"), "Second", "Pune", SLOT, 1);
    }

    // ---- words of the tests

    private void draft(EventId event, String title, String city, Period slot, long paise) {
        TierId tier = tierOf(event);
        happened(
                event.value(),
                new EventDrafted(event, BY_HOST, new UserId("hana"), "Untitled"),
                new EventDescribed(event, new EventDetails(title, "Rooms.", "House", city, null, null, null)),
                new EventScheduled(event, VENUE, slot, slot.from()),
                new MediaAttached(event, new EventMedia("cover", null, List.of("one"))),
                new PromotersArranged(event, PROMOTERS),
                new TierAdded(event, tier));
        happened(tier.value(), new TierCreated(tier, event, BY_HOST, terms(paise, null), 10));
    }

    private void publish(EventId event, String title, String city, Period slot, long paise) {
        draft(event, title, city, slot, paise);
        TierId tier = tierOf(event);
        happened(
                event.value(),
                new EventSubmitted(event, REQUEST, VENUE, slot),
                new EventApproved(event, BOOKING, VENUE, slot, NOW.plus(Duration.ofHours(48))),
                new EventPublished(
                        event,
                        BY_HOST,
                        VENUE,
                        BOOKING,
                        title,
                        city,
                        slot,
                        slot.from(),
                        OrderLimits.DEFAULT,
                        PROMOTERS,
                        List.of(tier)));
        happened(
                tier.value(),
                new SalesOpened(
                        tier,
                        event,
                        new SellingTerms(
                                VENUE, BY_HOST, slot, OrderLimits.DEFAULT, true, Rate.share(1200), Rate.share(500))));
    }

    private static TierId tierOf(EventId event) {
        return event.equals(EVENT) ? GENERAL : new TierId("tier-of-" + event);
    }

    private static TierTerms terms(long paise, String sealed) {
        return new TierTerms(
                "General",
                EntryType.GENERAL,
                Money.inr(paise),
                1,
                1,
                10,
                null,
                null,
                sealed,
                false,
                Rate.share(2000),
                null);
    }

    private static StockHeld held(int order, int quantity) {
        return new StockHeld(GENERAL, EVENT, order(order), quantity, UNTIL);
    }

    private static OrderId order(int number) {
        return new OrderId("order-" + number);
    }

    private void happened(String aggregate, Object... events) {
        for (Object event : events) {
            long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
            GenericDomainEventMessage<Object> message = new GenericDomainEventMessage<>(
                    "type", aggregate, sequence, new GenericMessage<>(event), NOW.plusSeconds(history.size()));
            history.add(message);
            handle(message);
        }
    }

    private void handle(GenericDomainEventMessage<?> message) {
        try {
            handlers.handle(message);
        } catch (Exception failed) {
            throw new AssertionError("An event is always handled.", failed);
        }
    }

    private EventQueries queries(Instant now) {
        return new EventQueries(views.mongo(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private EventView find(Actor viewer, Instant now) {
        return queries(now).handle(new FindEvent(EVENT, viewer, null));
    }

    private TierView tier(Instant now) {
        return find(Actor.ANONYMOUS, now).tiers().getFirst();
    }

    private List<String> own(Actor viewer) {
        return ids(queries(NOW).handle(new FindOwnEvents(viewer, null, null, null, null, 50)));
    }

    private List<String> listed(EventSort sort, String text) {
        return ids(queries(NOW)
                .handle(new FindPublicEvents(null, null, null, null, null, null, null, text, sort, null, 50)));
    }

    private EventList search(String city, Instant from, Instant to, Long maxPrice) {
        return queries(NOW)
                .handle(new FindPublicEvents(
                        city, from, to, VENUE, HOST, "house", maxPrice, null, EventSort.DATE, null, 50));
    }

    private EventList page(String cursor) {
        return queries(NOW)
                .handle(new FindPublicEvents(
                        null, null, null, null, null, null, null, null, EventSort.DATE, cursor, 2));
    }

    private static List<String> ids(EventList list) {
        return list.items().stream()
                .map(EventSummary::eventId)
                .map(EventId::value)
                .toList();
    }

    private Map<String, List<Document>> documents() {
        Map<String, List<Document>> all = new HashMap<>();
        for (String collection : List.of(EventsProjection.EVENTS, EventsProjection.TIERS, EventsProjection.NAMES)) {
            all.put(collection, views.mongo().findAll(Document.class, collection));
        }
        return all;
    }
}
