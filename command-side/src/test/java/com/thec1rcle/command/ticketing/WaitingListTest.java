package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.CREATOR;
import static com.thec1rcle.command.ticketing.TierFixtures.EVENT;
import static com.thec1rcle.command.ticketing.TierFixtures.NOW;
import static com.thec1rcle.command.ticketing.TierFixtures.OWNER;
import static com.thec1rcle.command.ticketing.TierFixtures.SETTINGS;
import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static com.thec1rcle.command.ticketing.TierFixtures.WAITING;
import static com.thec1rcle.command.ticketing.TierFixtures.created;
import static com.thec1rcle.command.ticketing.TierFixtures.opened;
import static com.thec1rcle.command.ticketing.TierFixtures.order;
import static com.thec1rcle.command.ticketing.TierFixtures.stock;
import static com.thec1rcle.command.ticketing.TierFixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.TierCommand;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.JoinWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.LeaveWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.OfferFreedStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.UndoHold;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sold out is not the end: who waits for stock, and who gets it when it comes back. */
class WaitingListTest {
    private static final Instant HELD = NOW.plus(Duration.ofMinutes(10));
    private static final Instant OFFERED = NOW.plus(Duration.ofMinutes(15));
    private static final Instant LAPSED = NOW.minusSeconds(1);
    private static final UserId ASHA = new UserId("asha");
    private static final UserId BINA = new UserId("bina");
    private static final UserId CHEN = new UserId("chen");

    // ---- joining

    @Test
    void whoFindsATierSoldOutMayWait() {
        when(ASHA, join(ASHA, 2), created(2), opened(), held(1, 2, HELD))
                .expectEvents(joined(ASHA, 2))
                .expectResultMessagePayload(new WaitingPlace(entry(ASHA), 2, 1, null));
    }

    @Test
    void joiningTwiceIsOnePlace() {
        when(ASHA, join(ASHA, 2), created(2), opened(), held(1, 2, HELD), joined(BINA, 1), joined(ASHA, 2))
                .expectNoEvents()
                .expectResultMessagePayload(new WaitingPlace(entry(ASHA), 2, 2, null));
    }

    @Test
    void whoWaitsForAnotherNumberLeavesFirst() {
        when(ASHA, join(ASHA, 1), created(2), opened(), held(1, 2, HELD), joined(ASHA, 2))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.WAITING_LIST_JOINED));
    }

    @Test
    void nobodyWaitsBesideStock() {
        when(ASHA, join(ASHA, 2), created(3), opened(), held(1, 2, HELD))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.WAITING_LIST_NOT_NEEDED));
    }

    @Test
    void aLineHasAnEnd() {
        when(
                        new UserId("dora"),
                        join(new UserId("dora"), 1),
                        created(2),
                        opened(),
                        held(1, 2, HELD),
                        joined(ASHA, 1),
                        joined(BINA, 1),
                        joined(CHEN, 1))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.WAITING_LIST_FULL));
    }

    @Test
    void onlySomebodyWaitsForWhatIsOnSaleAndOpenToThem() {
        Object[] soldOut = {created(2), opened(), held(1, 2, HELD)};
        when(Actor.ANONYMOUS.userId(), join(ASHA, 1), soldOut).expectException(refusal(ErrorCode.FORBIDDEN));
        when(ASHA, join(ASHA, 1), created(0)).expectException(refusal(ErrorCode.SALES_CLOSED));
        when(ASHA, join(ASHA, 9), soldOut).expectException(refusal(ErrorCode.LIMIT_EXCEEDED));
        when(ASHA, join(ASHA, 2), hidden(), opened()).expectException(refusal(ErrorCode.ACCESS_CODE_REQUIRED));
        when(ASHA, new JoinWaitingList(TIER, EVENT, entry(ASHA), 2, "velvet"), hidden(), opened())
                .expectEvents(joined(ASHA, 2));
        when(ASHA, new JoinWaitingList(TIER, new EventId("another"), entry(ASHA), 1, null), soldOut)
                .expectException(refusal(ErrorCode.TIER_NOT_FOUND));
    }

    @Test
    void whoJoinsAndFitsWhatNobodyElseDoesGetsItAtOnce() {
        when(ASHA, join(ASHA, 1), created(3), opened(), held(1, 2, HELD), joined(BINA, 2))
                .expectEvents(joined(ASHA, 1), offered(ASHA, 1, OFFERED))
                .expectResultMessagePayload(new WaitingPlace(entry(ASHA), 1, 0, OFFERED));
    }

    // ---- whose turn it is

    @Test
    void releasedStockIsOfferedToTheFirstInLine() {
        when(
                        null,
                        new ReleaseHold(TIER, order(1)),
                        created(2),
                        opened(),
                        held(1, 2, HELD),
                        joined(ASHA, 2),
                        joined(BINA, 1))
                .expectEvents(new HoldReleased(TIER, EVENT, order(1), 2, HELD), offered(ASHA, 2, OFFERED));
    }

    @Test
    void whoeverFitsComesBeforeWhoDoesNot() {
        when(
                        null,
                        new ReleaseHold(TIER, order(1)),
                        created(2),
                        opened(),
                        held(1, 2, HELD),
                        joined(ASHA, 4),
                        joined(BINA, 2))
                .expectEvents(new HoldReleased(TIER, EVENT, order(1), 2, HELD), offered(BINA, 2, OFFERED));
    }

    @Test
    void lapsedHoldsAreOfferedWhenTheTierIsWoken() {
        when(
                        null,
                        new OfferFreedStock(TIER),
                        created(2),
                        opened(),
                        held(1, 2, LAPSED),
                        joined(ASHA, 1),
                        joined(BINA, 1))
                .expectEvents(
                        new HoldLapsed(TIER, EVENT, order(1), 2, LAPSED),
                        offered(ASHA, 1, OFFERED),
                        offered(BINA, 1, OFFERED));
        when(null, new OfferFreedStock(TIER), created(2), opened(), held(1, 2, HELD), joined(ASHA, 1))
                .expectNoEvents();
    }

    @Test
    void raisedStockIsOfferedAndOfferedStockIsNotTakenAway() {
        when(OWNER.userId(), new ReviseTier(TIER, stock(3)), created(2), opened(), held(1, 2, HELD), joined(ASHA, 1))
                .expectEvents(new StockSet(TIER, EVENT, 3), offered(ASHA, 1, OFFERED));
        when(
                        OWNER.userId(),
                        new ReviseTier(TIER, stock(2)),
                        created(3),
                        opened(),
                        held(1, 2, HELD),
                        joined(ASHA, 1),
                        offered(ASHA, 1, OFFERED))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.STOCK_BELOW_COMMITTED));
    }

    @Test
    void newcomersGetNothingWhilePeopleWait() {
        when(CHEN, hold(2, 2), created(4), opened(), held(1, 2, HELD), joined(ASHA, 4))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT));
        when(CHEN, hold(2, 2), created(2), opened(), held(1, 2, LAPSED), joined(ASHA, 2))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT));
    }

    @Test
    void whatIsOfferedIsKeptForThemByTheTiersOwnClock() {
        Object[] past = {created(2), opened(), joined(ASHA, 2), offered(ASHA, 2, OFFERED)};
        when(CHEN, hold(2, 1), past).expectNoEvents().expectException(refusal(ErrorCode.SOLD_OUT));
        when(CHEN, hold(2, 1), created(2), opened(), joined(ASHA, 2), offered(ASHA, 2, LAPSED))
                .expectEvents(lapsed(ASHA, 2, LAPSED), held(2, 1, HELD));
    }

    @Test
    void aLapsedOfferGoesToTheNext() {
        when(
                        null,
                        new OfferFreedStock(TIER),
                        created(2),
                        opened(),
                        joined(ASHA, 2),
                        joined(BINA, 2),
                        offered(ASHA, 2, LAPSED))
                .expectEvents(lapsed(ASHA, 2, LAPSED), offered(BINA, 2, OFFERED));
    }

    @Test
    void anOfferEndsWithTheSale() {
        Instant end = NOW.plus(Duration.ofMinutes(5));
        TierCreated closing = new TierCreated(TIER, EVENT, CREATOR, terms(null, end, null), 2);
        when(null, new OfferFreedStock(TIER), closing, opened(), held(1, 2, LAPSED), joined(ASHA, 2))
                .expectEvents(new HoldLapsed(TIER, EVENT, order(1), 2, LAPSED), offered(ASHA, 2, end));
    }

    @Test
    void lateMoneyTakesNothingThatIsSetAside() {
        Object[] past = {
            created(2),
            opened(),
            held(1, 2, LAPSED),
            joined(ASHA, 2),
            new HoldLapsed(TIER, EVENT, order(1), 2, LAPSED),
            offered(ASHA, 2, OFFERED)
        };
        when(null, new ClaimHold(TIER, order(1), 2), past)
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT));
    }

    // ---- ordering

    @Test
    void whomStockIsOfferedOrdersItAndLeavesTheList() {
        when(ASHA, hold(2, 2), created(2), opened(), joined(ASHA, 2), offered(ASHA, 2, OFFERED))
                .expectEvents(taken(ASHA, 2, 2), held(2, 2, HELD));
    }

    @Test
    void whatAnOrderLeavesOfAnOfferGoesToTheNext() {
        when(ASHA, hold(2, 1), created(2), opened(), joined(ASHA, 2), joined(BINA, 1), offered(ASHA, 2, OFFERED))
                .expectEvents(taken(ASHA, 2, 2), held(2, 1, HELD), offered(BINA, 1, OFFERED));
    }

    @Test
    void noMoreThanTheOfferWhileOthersWait() {
        when(ASHA, hold(2, 2), created(2), opened(), joined(ASHA, 1), joined(BINA, 2), offered(ASHA, 1, OFFERED))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT));
    }

    @Test
    void theFirstInLineMayTakeLessThanWhatTheyWaitFor() {
        when(ASHA, hold(2, 2), created(2), opened(), joined(ASHA, 4), joined(BINA, 4))
                .expectEvents(new WaitingListLeft(TIER, EVENT, entry(ASHA), ASHA, 4), held(2, 2, HELD));
    }

    @Test
    void anOrderThatCouldNotBePlacedGivesTheOfferBackToThem() {
        Object[] past = {
            created(2),
            opened(),
            joined(ASHA, 2),
            joined(BINA, 2),
            offered(ASHA, 2, OFFERED),
            taken(ASHA, 2, 2),
            held(2, 2, HELD)
        };
        HoldReleased released = new HoldReleased(TIER, EVENT, order(2), 2, HELD);
        when(null, new UndoHold(TIER, order(2)), past)
                .expectEvents(released, new OfferRestored(TIER, EVENT, entry(ASHA), ASHA, 2, OFFERED));
        when(null, new ReleaseHold(TIER, order(2)), past).expectEvents(released, offered(BINA, 2, OFFERED));
        when(null, new UndoHold(TIER, order(7)), past).expectNoEvents();
    }

    // ---- leaving

    @Test
    void leavingTwiceIsLeavingOnce() {
        when(ASHA, new LeaveWaitingList(TIER, EVENT), created(1), opened(), held(1, 1, HELD), joined(ASHA, 1))
                .expectEvents(new WaitingListLeft(TIER, EVENT, entry(ASHA), ASHA, 1));
        when(ASHA, new LeaveWaitingList(TIER, EVENT), created(1), opened()).expectNoEvents();
    }

    @Test
    void whoGivesAnOfferUpLetsTheNextHaveIt() {
        when(
                        ASHA,
                        new LeaveWaitingList(TIER, EVENT),
                        created(1),
                        opened(),
                        joined(ASHA, 1),
                        joined(BINA, 1),
                        offered(ASHA, 1, OFFERED))
                .expectEvents(new OfferGivenUp(TIER, EVENT, entry(ASHA), ASHA, 1, OFFERED), offered(BINA, 1, OFFERED));
    }

    @Test
    void whenSalesCloseNobodyWaitsAnyMore() {
        Object[] past = {
            created(1),
            opened(),
            joined(ASHA, 1),
            joined(BINA, 1),
            offered(ASHA, 1, OFFERED),
            new SalesClosed(TIER, EVENT, "Over.")
        };
        when(null, new OfferFreedStock(TIER), past).expectNoEvents();
        when(ASHA, new LeaveWaitingList(TIER, EVENT), past).expectNoEvents();
    }

    @Test
    void onlyTheSystemWakesATier() {
        when(ASHA, new OfferFreedStock(TIER), created(1), opened()).expectException(refusal(ErrorCode.FORBIDDEN));
        when(ASHA, new UndoHold(TIER, order(1)), created(1), opened()).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aSnapshotKeepsTheLineInItsOrder() {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        Object[] past = {
            created(2),
            opened(),
            joined(CHEN, 2),
            joined(ASHA, 1),
            joined(BINA, 4),
            offered(CHEN, 1, OFFERED),
            taken(CHEN, 1, 1),
            held(1, 1, HELD),
            offered(ASHA, 1, OFFERED)
        };
        when(null, new OfferFreedStock(TIER), past).expectNoEvents().expectState(tier -> {
            String written = json.serialize(tier, String.class).getData();
            TicketTier read = json.deserialize(
                    new SimpleSerializedObject<>(written, String.class, json.typeForClass(TicketTier.class)));
            assertThat(read).usingRecursiveComparison().isEqualTo(tier);
            assertThat(json.serialize(read, String.class).getData()).isEqualTo(written);
        });
    }

    /** What wakes the tier. */
    @Nested
    class Waking {
        private final Timers timers = mock(Timers.class);
        private final WaitingListClock clock = new WaitingListClock(timers, SETTINGS);

        @Test
        void aTierIsWokenWhenAnOfferLapses() {
            clock.on(offered(ASHA, 2, OFFERED));
            verify(timers).set("waiting-list-offer|entry-asha", OFFERED, new OfferFreedStock(TIER));
            clock.on(new OfferRestored(TIER, EVENT, entry(BINA), BINA, 2, OFFERED));
            verify(timers).set("waiting-list-offer|entry-bina", OFFERED, new OfferFreedStock(TIER));
        }

        @Test
        void anOfferThatIsOverNeedsNoAlarm() {
            clock.on(lapsed(ASHA, 2, OFFERED));
            verify(timers).cancel("waiting-list-offer|entry-asha");
            clock.on(new OfferGivenUp(TIER, EVENT, entry(BINA), BINA, 1, OFFERED));
            verify(timers).cancel("waiting-list-offer|entry-bina");
            clock.on(taken(CHEN, 2, 1), NOW);
            verify(timers).cancel("waiting-list-offer|entry-chen");
        }

        @Test
        void aTierForWhichPeopleWaitIsWokenWhenTheHoldsOfNowHaveLapsed() {
            clock.on(joined(ASHA, 2), NOW);
            verify(timers).set("waiting-list|tier-1", HELD, new OfferFreedStock(TIER));
            clock.on(new WaitingListLeft(TIER, EVENT, entry(ASHA), ASHA, 2), NOW.plusSeconds(60));
            verify(timers).set("waiting-list|tier-1", HELD.plusSeconds(60), new OfferFreedStock(TIER));
            clock.on(new SalesClosed(TIER, EVENT, "Over."));
            verify(timers).cancel("waiting-list|tier-1");
        }
    }

    // ---- words of the tests

    private static ResultValidator<TicketTier> when(@Nullable UserId account, TierCommand command, Object... past) {
        AggregateTestFixture<TicketTier> fixture = new AggregateTestFixture<>(TicketTier.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerInjectableResource(SETTINGS);
        fixture.registerInjectableResource(WAITING);
        Actor actor = account == null ? Actor.SYSTEM : account.equals(OWNER.userId()) ? OWNER : Actor.user(account);
        return fixture.given(past).when(command, ActorMetadata.of(actor));
    }

    private static CustomTypeSafeMatcher<Refusal> refusal(ErrorCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        };
    }

    private static WaitingListEntryId entry(UserId account) {
        return new WaitingListEntryId("entry-" + account);
    }

    private static JoinWaitingList join(UserId account, int quantity) {
        return new JoinWaitingList(TIER, EVENT, entry(account), quantity, null);
    }

    private static WaitingListJoined joined(UserId account, int quantity) {
        return new WaitingListJoined(TIER, EVENT, entry(account), account, quantity);
    }

    private static StockOffered offered(UserId account, int quantity, Instant until) {
        return new StockOffered(TIER, EVENT, entry(account), account, "General", quantity, until);
    }

    private static OfferTaken taken(UserId account, int order, int quantity) {
        return new OfferTaken(TIER, EVENT, entry(account), account, order(order), quantity, OFFERED);
    }

    private static OfferLapsed lapsed(UserId account, int quantity, Instant until) {
        return new OfferLapsed(TIER, EVENT, entry(account), account, quantity, until);
    }

    private static HoldStock hold(int order, int quantity) {
        return new HoldStock(TIER, EVENT, order(order), quantity, null);
    }

    private static StockHeld held(int order, int quantity, Instant until) {
        return new StockHeld(TIER, EVENT, order(order), quantity, until);
    }

    private static TierCreated hidden() {
        return new TierCreated(TIER, EVENT, CREATOR, terms(null, null, AccessCode.seal(TIER, "velvet")), 0);
    }
}
