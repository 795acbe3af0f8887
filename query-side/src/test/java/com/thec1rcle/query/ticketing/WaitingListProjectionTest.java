package com.thec1rcle.query.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingListPage;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingList;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingPlace;
import com.thec1rcle.kernel.ticketing.WaitingPlaceView;
import com.thec1rcle.kernel.ticketing.WaitingStatus;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingListProjectionTest {
    private static final Instant NOW = Instant.parse("2026-12-04T15:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(900);
    private static final EventId EVENT = new EventId("event-1");
    private static final TierId TIER = new TierId("tier-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor DOORMAN =
            new Actor(new UserId("dev"), null, Set.of(), Map.of(VENUE, StaffRole.SECURITY), Set.of(), null);
    private static final UserId ASHA = new UserId("asha");
    private static final UserId BINA = new UserId("bina");
    private static final UserId CHEN = new UserId("chen");

    private final ViewsFixture views = ViewsFixture.start();
    private final ProjectionRun run = new ProjectionRun(views.mongo(), new WaitingListProjection(views.mongo()));

    @BeforeEach
    void publish() {
        run.happens(
                EVENT,
                new EventPublished(
                        EVENT,
                        EventCreator.host(HOST),
                        VENUE,
                        new BookingId("booking-1"),
                        "Night",
                        "Mumbai",
                        new Period(NOW.plusSeconds(86_400), NOW.plusSeconds(100_000)),
                        NOW,
                        OrderLimits.DEFAULT,
                        PromoterTerms.OFF,
                        List.of(TIER)));
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void everybodyKnowsTheirPlaceInLine() {
        join(ASHA, 2);
        join(BINA, 1);
        join(CHEN, 4);
        assertThat(mine(CHEN, NOW).position()).isEqualTo(3);
        offer(ASHA, 2);
        assertThat(mine(ASHA, NOW).status()).isEqualTo(WaitingStatus.OFFERED);
        assertThat(mine(ASHA, NOW).offeredUntil()).isEqualTo(UNTIL);
        assertThat(mine(ASHA, NOW).position()).isNull();
        assertThat(mine(CHEN, NOW).position()).isEqualTo(2);
        run.happens(TIER, new WaitingListLeft(TIER, EVENT, entry(BINA), BINA, 1));
        assertThat(mine(CHEN, NOW).position()).isEqualTo(1);
        assertThat(mine(BINA, NOW).status()).isEqualTo(WaitingStatus.LEFT);
    }

    @Test
    void anOfferIsOverWhenItsTimeIsWhetherOrNotAnEventSaysSo() {
        join(ASHA, 2);
        offer(ASHA, 2);
        assertThat(mine(ASHA, UNTIL).status()).isEqualTo(WaitingStatus.LAPSED);
        run.happens(TIER, new OfferLapsed(TIER, EVENT, entry(ASHA), ASHA, 2, UNTIL));
        assertThat(mine(ASHA, NOW).status()).isEqualTo(WaitingStatus.LAPSED);
    }

    @Test
    void howAWaitEndedStaysKnown() {
        aWholeLine();
        assertThat(mine(ASHA, NOW).status()).isEqualTo(WaitingStatus.ORDERED);
        assertThat(mine(BINA, NOW).status()).isEqualTo(WaitingStatus.LEFT);
        assertThat(mine(CHEN, NOW).status()).isEqualTo(WaitingStatus.CLOSED);
        assertThatThrownBy(() -> mine(new UserId("dora"), NOW)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void whoWaitsAgainHasANewPlace() {
        join(ASHA, 2);
        run.happens(TIER, new WaitingListLeft(TIER, EVENT, entry(ASHA), ASHA, 2));
        run.happens(TIER, new WaitingListJoined(TIER, EVENT, new WaitingListEntryId("again"), ASHA, 1));
        assertThat(mine(ASHA, NOW).entryId()).isEqualTo(new WaitingListEntryId("again"));
        assertThat(mine(ASHA, NOW).position()).isEqualTo(1);
    }

    @Test
    void theEventsPeopleSeeTheLineAndNobodyElse() {
        join(ASHA, 2);
        join(BINA, 1);
        join(CHEN, 1);
        offer(BINA, 1);
        run.happens(TIER, new WaitingListLeft(TIER, EVENT, entry(CHEN), CHEN, 1));
        for (Actor entitled : List.of(HANA, DOORMAN)) {
            assertThat(list(entitled, null, 50).items())
                    .extracting(WaitingPlaceView::accountId)
                    .containsExactly(ASHA, BINA);
        }
        WaitingListPage first = list(HANA, null, 1);
        assertThat(list(HANA, first.nextCursor(), 1).items())
                .extracting(WaitingPlaceView::accountId)
                .containsExactly(BINA);
        assertThatThrownBy(() -> list(Actor.user(ASHA), null, 50)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void handledAgainNothingChanges() {
        aWholeLine();
        var before = run.everything();
        run.again();
        assertThat(run.everything()).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        aWholeLine();
        var before = run.everything();
        run.rebuild();
        assertThat(run.everything()).isEqualTo(before);
    }

    private void aWholeLine() {
        join(ASHA, 2);
        join(BINA, 1);
        join(CHEN, 1);
        offer(ASHA, 2);
        take(ASHA);
        run.happens(TIER, new OfferRestored(TIER, EVENT, entry(ASHA), ASHA, 1, UNTIL));
        take(ASHA);
        offer(BINA, 1);
        run.happens(TIER, new OfferGivenUp(TIER, EVENT, entry(BINA), BINA, 1, UNTIL));
        run.happens(TIER, new SalesClosed(TIER, EVENT, "Over."));
    }

    private void join(UserId account, int quantity) {
        run.happens(TIER, new WaitingListJoined(TIER, EVENT, entry(account), account, quantity));
    }

    private void offer(UserId account, int quantity) {
        run.happens(TIER, new StockOffered(TIER, EVENT, entry(account), account, "General", quantity, UNTIL));
    }

    private void take(UserId account) {
        run.happens(TIER, new OfferTaken(TIER, EVENT, entry(account), account, new OrderId("order-1"), 2, UNTIL));
    }

    private static WaitingListEntryId entry(UserId account) {
        return new WaitingListEntryId("entry-" + account);
    }

    private WaitingPlaceView mine(UserId account, Instant now) {
        return queries(now).find(new FindWaitingPlace(EVENT, TIER, Actor.user(account)));
    }

    private WaitingListPage list(Actor viewer, String cursor, int limit) {
        return queries(NOW).find(new FindWaitingList(EVENT, TIER, viewer, cursor, limit));
    }

    private WaitingListQueries queries(Instant now) {
        return new WaitingListQueries(views.mongo(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
