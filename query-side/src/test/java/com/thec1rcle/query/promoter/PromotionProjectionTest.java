package com.thec1rcle.query.promoter;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionAsked;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionDeclined;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionGranted;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.PromoterTerms.Mode;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromotableEvent;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotableEvents;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotionRequests;
import com.thec1rcle.kernel.promoter.PromotionAccess;
import com.thec1rcle.kernel.promoter.PromotionRequestStatus;
import com.thec1rcle.kernel.promoter.PromotionRequestView;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");
    private static final HostId HOST = new HostId("host");
    private static final Actor AS_HOST = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);

    private ViewsFixture views;
    private PromotionProjection projection;
    private PromotionQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new PromotionProjection(views.mongo());
        queries = new PromotionQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void anEventForAllIsOpenToEverybody() {
        projection.on(published(terms(true, Mode.ALL)), 5);
        assertThat(open(AS_RIYA)).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo(NIGHT);
            assertThat(event.commission()).isEqualTo(Rate.share(1500));
        });
        assertThat(onRequest(AS_RIYA)).isEmpty();
    }

    @Test
    void anEventForChosenPromotersIsOpenToThemOnly() {
        projection.on(published(terms(true, Mode.SELECTED, PROMOTER)), 5);
        assertThat(open(AS_RIYA)).hasSize(1);
        assertThat(open(AS_STRANGER)).isEmpty();
        assertThat(onRequest(AS_STRANGER)).hasSize(1);
    }

    @Test
    void whoIsLetInMaySell() {
        projection.on(published(terms(true, Mode.SELECTED)), 5);
        projection.on(new PromotionAsked(NIGHT, PROMOTER), 6, AT);
        assertThat(open(AS_RIYA)).isEmpty();
        projection.on(new PromotionGranted(NIGHT, PROMOTER), 7, AT);
        assertThat(open(AS_RIYA)).hasSize(1);
        projection.on(new PromotionDeclined(NIGHT, PROMOTER), 8, AT);
        assertThat(open(AS_RIYA)).isEmpty();
    }

    @Test
    void aNewChoiceReplacesThoseLetInBefore() {
        projection.on(published(terms(true, Mode.SELECTED)), 5);
        projection.on(new PromotionGranted(NIGHT, PROMOTER), 6, AT);
        projection.on(new PromotersArranged(NIGHT, terms(true, Mode.SELECTED)), 7);
        assertThat(open(AS_RIYA)).isEmpty();
    }

    @Test
    void whatIsSwitchedOffOrOverIsOpenToNobody() {
        projection.on(published(terms(true, Mode.ALL)), 5);
        projection.on(new PromotersArranged(NIGHT, terms(false, Mode.ALL)), 6);
        assertThat(open(AS_RIYA)).isEmpty();
        projection.on(new PromotersArranged(NIGHT, terms(true, Mode.ALL)), 7);
        assertThat(open(AS_RIYA)).hasSize(1);
        projection.on(new EventCompleted(NIGHT, false), 8);
        assertThat(open(AS_RIYA)).isEmpty();
    }

    @Test
    void theEventsPeopleSeeWhoAsked() {
        replay();
        assertThat(queries.find(new FindPromotionRequests(AS_HOST, NIGHT, null, 50))
                        .items())
                .containsExactly(new PromotionRequestView(NIGHT, PROMOTER, PromotionRequestStatus.GRANTED, AT));
        assertThatThrownBy(() -> queries.find(new FindPromotionRequests(AS_STRANGER, NIGHT, null, 50)))
                .isInstanceOf(QueryRefused.class);
    }

    @Test
    void replayedTwiceAndRebuiltItIsTheSame() {
        replay();
        List<PromotableEvent> live = open(AS_RIYA);
        assertThat(live).hasSize(1);
        replay();
        assertThat(open(AS_RIYA)).isEqualTo(live);
        projection.reset();
        assertThat(open(AS_RIYA)).isEmpty();
        replay();
        assertThat(open(AS_RIYA)).isEqualTo(live);
    }

    private void replay() {
        projection.on(published(terms(true, Mode.SELECTED)), 5);
        projection.on(new PromotionAsked(NIGHT, PROMOTER), 6, AT.minusSeconds(1));
        projection.on(new PromotionGranted(NIGHT, PROMOTER), 7, AT);
        projection.on(new PromotersArranged(NIGHT, terms(true, Mode.SELECTED, PROMOTER)), 8);
    }

    private List<PromotableEvent> open(Actor viewer) {
        return queries.find(new FindPromotableEvents(viewer, PromotionAccess.OPEN, null, 50))
                .items();
    }

    private List<PromotableEvent> onRequest(Actor viewer) {
        return queries.find(new FindPromotableEvents(viewer, PromotionAccess.ON_REQUEST, null, 50))
                .items();
    }

    private static PromoterTerms terms(boolean enabled, Mode mode, PromoterId... chosen) {
        return new PromoterTerms(enabled, mode, Set.of(chosen), Rate.share(1500), Rate.share(1000));
    }

    private static EventPublished published(PromoterTerms terms) {
        return new EventPublished(
                NIGHT,
                EventCreator.host(HOST),
                new VenueId("venue"),
                new BookingId("booking"),
                "Monsoon Nights",
                "Mumbai",
                new Period(AT, AT.plusSeconds(25_200)),
                AT.minusSeconds(10_800),
                new OrderLimits(1, 10, 10),
                terms,
                List.of(TIER));
    }
}
