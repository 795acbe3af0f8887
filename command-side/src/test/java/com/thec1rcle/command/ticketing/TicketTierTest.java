package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.CREATOR;
import static com.thec1rcle.command.ticketing.TierFixtures.EVENT;
import static com.thec1rcle.command.ticketing.TierFixtures.NOW;
import static com.thec1rcle.command.ticketing.TierFixtures.OWNER;
import static com.thec1rcle.command.ticketing.TierFixtures.SELLING;
import static com.thec1rcle.command.ticketing.TierFixtures.SETTINGS;
import static com.thec1rcle.command.ticketing.TierFixtures.SLOT;
import static com.thec1rcle.command.ticketing.TierFixtures.STRANGER;
import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static com.thec1rcle.command.ticketing.TierFixtures.WAITING;
import static com.thec1rcle.command.ticketing.TierFixtures.created;
import static com.thec1rcle.command.ticketing.TierFixtures.opened;
import static com.thec1rcle.command.ticketing.TierFixtures.order;
import static com.thec1rcle.command.ticketing.TierFixtures.price;
import static com.thec1rcle.command.ticketing.TierFixtures.terms;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.AllowPrice;
import com.thec1rcle.kernel.ticketing.TierCommand.BeginSales;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseSales;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.KeepFree;
import com.thec1rcle.kernel.ticketing.TierCommand.OpenSales;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.ReturnClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.RsvpFollowed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierKeptFree;
import com.thec1rcle.kernel.ticketing.TierEvent.TierPriceAllowed;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketTierTest {
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));
    private static final Instant LAPSED = NOW.minusSeconds(1);

    private AggregateTestFixture<TicketTier> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(TicketTier.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerInjectableResource(SETTINGS);
        fixture.registerInjectableResource(WAITING);
    }

    // ---- holding

    @Test
    void holdingSetsStockAsideForTenMinutes() {
        when(hold(1, 2), created(10), opened())
                .expectEvents(held(1, 2, UNTIL))
                .expectResultMessagePayload(new TierOffer(TIER, EVENT, 2, 8, terms(), SELLING, UNTIL));
    }

    @Test
    void holdingTwiceForOneOrderIsOneHold() {
        when(hold(1, 2), created(10), opened(), held(1, 2, UNTIL))
                .expectNoEvents()
                .expectResultMessagePayload(new TierOffer(TIER, EVENT, 2, 8, terms(), SELLING, UNTIL));
    }

    @Test
    void anotherQuantityForTheSameOrderIsRefused() {
        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, hold(1, 3), created(10), opened(), held(1, 2, UNTIL));
    }

    @Test
    void theLastTicketCanBeHeldAndOneMoreCannot() {
        when(hold(2, 2), created(4), opened(), held(1, 2, UNTIL)).expectEvents(held(2, 2, UNTIL));
    }

    @Test
    void soldOutSaysHowManyAreLeft() {
        when(hold(2, 3), created(4), opened(), held(1, 2, UNTIL))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT, "2"));
    }

    @Test
    void soldOutNamesTheTier() {
        when(hold(2, 3), created(4), opened(), held(1, 2, UNTIL))
                .expectException(new CustomTypeSafeMatcher<Refusal>("the tier's name and id") {
                    @Override
                    protected boolean matchesSafely(Refusal refusal) {
                        return refusal.details().message().equals("Only 2 of General are left.")
                                && TIER.value().equals(refusal.details().facts().get("tierId"));
                    }
                });
    }

    @Test
    void soldStockIsGone() {
        when(hold(2, 1), created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL), sold(1, 2))
                .expectException(refusal(ErrorCode.SOLD_OUT, "0"));
    }

    @Test
    void claimedStockDoesNotLapse() {
        when(hold(2, 1), created(2), opened(), held(1, 2, LAPSED), claimed(1, 2, LAPSED))
                .expectException(refusal(ErrorCode.SOLD_OUT, "0"));
    }

    @Test
    void aHoldIsFreeStockTheInstantItsTimeIsOver() {
        when(hold(2, 2), created(2), opened(), held(1, 2, NOW)).expectEvents(lapsed(1, 2, NOW), held(2, 2, UNTIL));
    }

    @Test
    void lapsedHoldsAreSaidToHaveLapsedOldestFirst() {
        when(
                        hold(9, 1),
                        created(10),
                        opened(),
                        held(2, 1, LAPSED),
                        held(1, 1, LAPSED.minusSeconds(5)),
                        held(3, 1, UNTIL))
                .expectEvents(lapsed(1, 1, LAPSED.minusSeconds(5)), lapsed(2, 1, LAPSED), held(9, 1, UNTIL));
    }

    @Test
    void anOrderWhoseHoldLapsedMayHoldAgain() {
        when(hold(1, 2), created(2), opened(), held(1, 2, LAPSED))
                .expectEvents(lapsed(1, 2, LAPSED), held(1, 2, UNTIL));
    }

    @Test
    void aRefusedHoldSaysNothingOfLapsedOnes() {
        when(hold(2, 3), created(2), opened(), held(1, 1, LAPSED))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT, "2"));
    }

    @Test
    void anotherEventsTierIsNotFound() {
        refused(
                ErrorCode.TIER_NOT_FOUND,
                new HoldStock(TIER, new EventId("other"), order(1), 1, null),
                created(10),
                opened());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "9", "11"})
    void ordersStayWithinTheLimitsOfTierAndEvent(int quantity) {
        refused(ErrorCode.LIMIT_EXCEEDED, hold(1, quantity), created(100), opened());
    }

    @Test
    void theTierHasAMinimumOfItsOwn() {
        TierCreated pairs = new TierCreated(TIER, EVENT, CREATOR, terms(null, null, null), 10);
        refused(ErrorCode.LIMIT_EXCEEDED, hold(1, 1), pairs, opened());
    }

    // ---- when and to whom

    @Test
    void nothingSellsBeforePublication() {
        refused(ErrorCode.SALES_CLOSED, hold(1, 2), created(10));
    }

    @Test
    void nothingSellsAfterClosing() {
        refused(ErrorCode.SALES_CLOSED, hold(1, 2), created(10), opened(), new SalesClosed(TIER, EVENT, "over"));
    }

    @Test
    void nothingSellsBeforeItsWindow() {
        refused(ErrorCode.SALES_CLOSED, hold(1, 2), windowed(NOW.plusSeconds(1), null), opened());
    }

    @Test
    void theWindowIncludesItsStartAndExcludesItsEnd() {
        when(hold(1, 2), windowed(NOW, NOW.plusSeconds(1)), opened()).expectEvents(held(1, 2, UNTIL));
        start();
        refused(ErrorCode.SALES_CLOSED, hold(1, 2), windowed(null, NOW), opened());
    }

    @Test
    void nothingSellsOnceTheNightIsOver() {
        fixture.registerInjectableResource(SETTINGS);
        AggregateTestFixture<TicketTier> late = new AggregateTestFixture<>(TicketTier.class);
        late.registerInjectableResource(Clock.fixed(SLOT.until(), ZoneOffset.UTC));
        late.registerInjectableResource(SETTINGS);
        late.registerInjectableResource(WAITING);
        late.given(created(10), opened())
                .when(hold(1, 2), ActorMetadata.of(Actor.SYSTEM))
                .expectException(refusal(ErrorCode.SALES_CLOSED));
    }

    @Test
    void aHiddenTierOpensWithItsCodeOnly() {
        TierCreated hidden = hidden("VELVET");
        when(new HoldStock(TIER, EVENT, order(1), 2, "VELVET"), hidden, opened())
                .expectEvents(held(1, 2, UNTIL));
        start();
        refused(ErrorCode.ACCESS_CODE_REQUIRED, new HoldStock(TIER, EVENT, order(1), 2, "velvet"), hidden, opened());
        start();
        refused(ErrorCode.ACCESS_CODE_REQUIRED, hold(1, 2), hidden, opened());
    }

    @Test
    void aQuoteHoldsNothing() {
        when(new QuoteTier(TIER, EVENT, 2, null), created(10), opened())
                .expectNoEvents()
                .expectResultMessagePayload(new TierOffer(TIER, EVENT, 2, 10, terms(), SELLING, null));
    }

    @Test
    void aQuoteForMoreThanThereIsIsRefused() {
        when(new QuoteTier(TIER, EVENT, 2, null), created(1), opened())
                .expectException(refusal(ErrorCode.SOLD_OUT, "1"));
    }

    // ---- what becomes of a hold

    @Test
    void releasingFreesTheStockOnce() {
        when(new ReleaseHold(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL))
                .expectEvents(new HoldReleased(TIER, EVENT, order(1), 2, UNTIL));
        start();
        when(
                        new ReleaseHold(TIER, order(1)),
                        created(2),
                        opened(),
                        held(1, 2, UNTIL),
                        new HoldReleased(TIER, EVENT, order(1), 2, UNTIL))
                .expectNoEvents();
    }

    @Test
    void releasingALapsedHoldSaysThatItLapsed() {
        when(new ReleaseHold(TIER, order(1)), created(2), opened(), held(1, 2, LAPSED))
                .expectEvents(lapsed(1, 2, LAPSED));
    }

    @Test
    void aClaimedHoldIsNotReleased() {
        when(new ReleaseHold(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void claimingTwiceIsOneClaim() {
        when(new ClaimHold(TIER, order(1), 2), created(2), opened(), held(1, 2, UNTIL))
                .expectEvents(claimed(1, 2, UNTIL));
        start();
        when(new ClaimHold(TIER, order(1), 2), created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL))
                .expectNoEvents();
    }

    @Test
    void lateMoneyAsksTheStockAgain() {
        when(new ClaimHold(TIER, order(1), 2), created(2), opened(), held(1, 2, LAPSED))
                .expectEvents(lapsed(1, 2, LAPSED), new StockReclaimed(TIER, EVENT, order(1), 2));
    }

    @Test
    void lateMoneyIsHonouredThoughTheHoldIsForgotten() {
        when(
                        new ClaimHold(TIER, order(1), 2),
                        created(3),
                        opened(),
                        held(1, 2, LAPSED),
                        lapsed(1, 2, LAPSED),
                        held(2, 1, UNTIL))
                .expectEvents(new StockReclaimed(TIER, EVENT, order(1), 2));
    }

    @Test
    void lateMoneyIsRefusedWhenTheStockHasGone() {
        when(
                        new ClaimHold(TIER, order(1), 2),
                        created(2),
                        opened(),
                        held(1, 2, LAPSED),
                        lapsed(1, 2, LAPSED),
                        held(2, 1, UNTIL))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.SOLD_OUT, "1"));
    }

    @Test
    void lateMoneyFindsNothingInAClosedTier() {
        when(
                        new ClaimHold(TIER, order(1), 2),
                        created(2),
                        opened(),
                        held(1, 2, LAPSED),
                        new SalesClosed(TIER, EVENT, "called off"))
                .expectException(refusal(ErrorCode.SOLD_OUT, "0"));
    }

    @Test
    void settlingSellsAClaimOnce() {
        when(new SettleHold(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL))
                .expectEvents(sold(1, 2));
        start();
        when(new SettleHold(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL), sold(1, 2))
                .expectNoEvents();
    }

    @Test
    void onlyAClaimIsSold() {
        refused(ErrorCode.ORDER_STATE, new SettleHold(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL));
    }

    @Test
    void abandoningAClaimFreesTheStockOnce() {
        ClaimAbandoned abandoned = new ClaimAbandoned(TIER, EVENT, order(1), 2);
        when(new AbandonClaim(TIER, order(1)), created(2), opened(), held(1, 2, LAPSED), claimed(1, 2, LAPSED))
                .expectEvents(abandoned);
        start();
        when(
                        new AbandonClaim(TIER, order(1)),
                        created(2),
                        opened(),
                        held(1, 2, LAPSED),
                        claimed(1, 2, LAPSED),
                        abandoned)
                .expectNoEvents();
        start();
        when(hold(2, 2), created(2), opened(), held(1, 2, LAPSED), claimed(1, 2, LAPSED), abandoned)
                .expectEvents(held(2, 2, UNTIL));
    }

    @Test
    void abandoningWhatWasNeverClaimedReleasesIt() {
        when(new AbandonClaim(TIER, order(1)), created(2), opened(), held(1, 2, UNTIL))
                .expectEvents(new HoldReleased(TIER, EVENT, order(1), 2, UNTIL));
    }

    // ---- changes

    @Test
    void stockIsNotSetBelowWhatIsSoldAndHeld() {
        Object[] past = {
            created(10),
            opened(),
            held(1, 2, UNTIL),
            held(2, 3, UNTIL),
            claimed(2, 3, UNTIL),
            sold(2, 3),
            held(3, 1, LAPSED)
        };
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.stock(4)), past)
                .expectNoEvents()
                .expectException(refusal(ErrorCode.STOCK_BELOW_COMMITTED));
        start();
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.stock(5)), past)
                .expectEvents(lapsed(3, 1, LAPSED), new StockSet(TIER, EVENT, 5));
    }

    @Test
    void aNewPriceLeavesTheRestAlone() {
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.price(5)), created(10), opened())
                .expectEvents(new TierRevised(TIER, EVENT, priced(5)));
    }

    @Test
    void revisingToWhatItIsChangesNothing() {
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.price(100_000)), created(10))
                .expectNoEvents();
    }

    @Test
    void anEmptyAccessCodeMakesATierVisible() {
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.accessCode("")), hidden("VELVET"))
                .expectEvents(new TierRevised(TIER, EVENT, terms(null, null, null)));
    }

    @Test
    void anUnfitRevisionIsRefused() {
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.admits(2)), created(10))
                .expectException(refusal(ErrorCode.TIER_INVALID));
        start();
        whenBy(OWNER, new ReviseTier(TIER, TierFixtures.price(-1)), created(10))
                .expectException(refusal(ErrorCode.TIER_INVALID));
    }

    @Test
    void onlyItsPeopleChangeATier() {
        whenBy(STRANGER, new ReviseTier(TIER, TierFixtures.stock(20)), created(10))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void sellingTermsAreRefreshedWhenTheyChange() {
        SellingTerms fewer = new SellingTerms(
                SELLING.venueId(),
                CREATOR,
                SLOT,
                new OrderLimits(1, 2, 2),
                false,
                SELLING.commission(),
                SELLING.discount());
        when(new OpenSales(TIER, SELLING), created(10), opened()).expectNoEvents();
        start();
        when(new OpenSales(TIER, fewer), created(10), opened()).expectEvents(new SalesOpened(TIER, EVENT, fewer));
    }

    @Test
    void whoPublishesOpensSalesThatNobodyHasOpenedYet() {
        when(new BeginSales(TIER, SELLING), created(10)).expectEvents(new SalesOpened(TIER, EVENT, SELLING));
        start();
        SellingTerms later = new SellingTerms(
                SELLING.venueId(),
                SELLING.creator(),
                SELLING.slot(),
                new OrderLimits(1, 2, 2),
                false,
                SELLING.commission(),
                SELLING.discount());
        when(new BeginSales(TIER, SELLING), created(10), new SalesOpened(TIER, EVENT, later))
                .expectNoEvents();
        start();
        when(new BeginSales(TIER, SELLING), created(10), new SalesClosed(TIER, EVENT, "over"))
                .expectNoEvents();
    }

    @Test
    void aClosedTierStaysClosed() {
        SalesClosed closed = new SalesClosed(TIER, EVENT, "over");
        when(new CloseSales(TIER, "over"), created(10), opened()).expectEvents(closed);
        start();
        when(new CloseSales(TIER, "again"), created(10), opened(), closed).expectNoEvents();
        start();
        when(new OpenSales(TIER, SELLING), created(10), closed).expectNoEvents();
    }

    @Test
    void onlyTheSystemMovesStockAndSales() {
        List<TierCommand> commands = List.of(
                new OpenSales(TIER, SELLING),
                new BeginSales(TIER, SELLING),
                new CloseSales(TIER, "x"),
                new ReleaseHold(TIER, order(1)),
                new ClaimHold(TIER, order(1), 1),
                new SettleHold(TIER, order(1)),
                new AbandonClaim(TIER, order(1)));
        for (TierCommand command : commands) {
            start();
            whenBy(OWNER, command, created(10), opened(), held(1, 1, UNTIL))
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.FORBIDDEN));
        }
    }

    // ---- RSVP

    @Test
    void aFreeTierPromisesToStayFreeOnce() {
        whenBy(OWNER, new KeepFree(TIER, 1), free())
                .expectEvents(new RsvpFollowed(TIER, EVENT, 1), new TierKeptFree(TIER, EVENT));
        start();
        whenBy(OWNER, new KeepFree(TIER, 1), free(), new RsvpFollowed(TIER, EVENT, 1), new TierKeptFree(TIER, EVENT))
                .expectNoEvents();
    }

    @Test
    void ofTwoOrdersAboutRsvpsTheOlderLoses() {
        whenBy(OWNER, new KeepFree(TIER, 1), free(), new RsvpFollowed(TIER, EVENT, 2))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.CONCURRENT_CHANGE));
        start();
        whenBy(OWNER, new AllowPrice(TIER, 2), free(), new RsvpFollowed(TIER, EVENT, 3), new TierKeptFree(TIER, EVENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOrderThatChangesNothingIsRememberedSoThatOlderOnesLose() {
        whenBy(OWNER, new AllowPrice(TIER, 2), free()).expectEvents(new RsvpFollowed(TIER, EVENT, 2));
        start();
        whenBy(OWNER, new AllowPrice(TIER, 2), free(), new RsvpFollowed(TIER, EVENT, 2))
                .expectNoEvents();
    }

    @Test
    void aTierWithAPriceOrForSeveralPromisesNothing() {
        whenBy(OWNER, new KeepFree(TIER, 1), created(10))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.RSVP_NOT_FREE));
        start();
        TierTerms pairs =
                new TierTerms("Pairs", EntryType.GENERAL, Money.inr(0), 1, 2, 10, null, null, null, false, null, null);
        whenBy(OWNER, new KeepFree(TIER, 1), new TierCreated(TIER, EVENT, CREATOR, pairs, 5))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.TIER_INVALID));
    }

    @Test
    void aTierThatPromisedGetsNoPriceUntilItIsAllowedOne() {
        whenBy(OWNER, new ReviseTier(TIER, price(100)), free(), new TierKeptFree(TIER, EVENT))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.RSVP_NOT_FREE));
        start();
        whenBy(OWNER, new AllowPrice(TIER, 2), free(), new TierKeptFree(TIER, EVENT))
                .expectEvents(new RsvpFollowed(TIER, EVENT, 2), new TierPriceAllowed(TIER, EVENT));
        start();
        whenBy(
                        OWNER,
                        new ReviseTier(TIER, price(100)),
                        free(),
                        new TierKeptFree(TIER, EVENT),
                        new TierPriceAllowed(TIER, EVENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void onlyItsPeopleMakeATierPromise() {
        for (TierCommand command : List.of(new KeepFree(TIER, 1), new AllowPrice(TIER, 2))) {
            start();
            whenBy(STRANGER, command, free()).expectNoEvents().expectException(refusal(ErrorCode.FORBIDDEN));
        }
    }

    // ---- words of the tests

    private static TierCreated free() {
        TierTerms terms =
                new TierTerms("Guests", EntryType.GENERAL, Money.inr(0), 1, 1, 10, null, null, null, false, null, null);
        return new TierCreated(TIER, EVENT, CREATOR, terms, 5);
    }

    private ResultValidator<TicketTier> when(TierCommand command, Object... past) {
        return whenBy(Actor.SYSTEM, command, past);
    }

    private ResultValidator<TicketTier> whenBy(Actor actor, TierCommand command, Object... past) {
        return fixture.given(past).when(command, ActorMetadata.of(actor));
    }

    private void refused(ErrorCode code, TierCommand command, Object... past) {
        when(command, past).expectNoEvents().expectException(refusal(code));
    }

    @Test
    void soldTicketsThatAreGivenBackAreStockAgainOnce() {
        Object[] soldOut = {created(2), opened(), held(1, 2, UNTIL), claimed(1, 2, UNTIL), sold(1, 2)};
        when(returnStock(1), soldOut).expectEvents(returned(1));
        when(returnStock(1), with(soldOut, returned(1))).expectNoEvents();
        when(returnStock(1), with(soldOut, returned(1), closed())).expectNoEvents();
        when(hold(2, 1), with(soldOut, returned(1))).expectEvents(held(2, 1, UNTIL));
        when(hold(2, 2), with(soldOut, returned(1))).expectException(refusal(ErrorCode.SOLD_OUT, "1"));
    }

    @Test
    void onlyWhatWasSoldIsReturnedAndAReturnIsClosedOnce() {
        Object[] half = {created(2), opened(), held(1, 1, UNTIL), claimed(1, 1, UNTIL), sold(1, 1)};
        when(returnStock(2), half).expectException(refusal(ErrorCode.ORDER_STATE));
        when(new CloseReturn(TIER, REFUND), with(half, returned(1))).expectEvents(closed());
        when(new CloseReturn(TIER, REFUND), with(half, returned(1), closed())).expectNoEvents();
    }

    private static final RefundId REFUND = new RefundId("refund-1");

    private static ReturnStock returnStock(int quantity) {
        return new ReturnStock(TIER, order(1), REFUND, quantity);
    }

    private static StockReturned returned(int quantity) {
        return new StockReturned(TIER, EVENT, order(1), REFUND, quantity);
    }

    private static ReturnClosed closed() {
        return new ReturnClosed(TIER, EVENT, REFUND);
    }

    private static Object[] with(Object[] past, Object... more) {
        return Stream.concat(Stream.of(past), Stream.of(more)).toArray();
    }

    private static CustomTypeSafeMatcher<Refusal> refusal(ErrorCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        };
    }

    private static CustomTypeSafeMatcher<Refusal> refusal(ErrorCode code, String available) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code + " and " + available + " available") {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code
                        && available.equals(refusal.details().facts().get("available"));
            }
        };
    }

    private static HoldStock hold(int order, int quantity) {
        return new HoldStock(TIER, EVENT, order(order), quantity, null);
    }

    private static StockHeld held(int order, int quantity, Instant until) {
        return new StockHeld(TIER, EVENT, order(order), quantity, until);
    }

    private static HoldLapsed lapsed(int order, int quantity, Instant until) {
        return new HoldLapsed(TIER, EVENT, order(order), quantity, until);
    }

    private static HoldClaimed claimed(int order, int quantity, Instant until) {
        return new HoldClaimed(TIER, EVENT, order(order), quantity, until);
    }

    private static StockSold sold(int order, int quantity) {
        return new StockSold(TIER, EVENT, order(order), quantity);
    }

    private static TierCreated windowed(Instant from, Instant until) {
        return new TierCreated(TIER, EVENT, CREATOR, terms(from, until, null), 10);
    }

    private static TierCreated hidden(String code) {
        return new TierCreated(TIER, EVENT, CREATOR, terms(null, null, AccessCode.seal(TIER, code)), 10);
    }

    private static TierTerms priced(long paise) {
        TierTerms usual = terms();
        return new TierTerms(
                usual.name(),
                usual.entryType(),
                Money.inr(paise),
                usual.admits(),
                usual.minPerOrder(),
                usual.maxPerOrder(),
                null,
                null,
                null,
                false,
                null,
                null);
    }
}
