package com.thec1rcle.command.event;

import static com.thec1rcle.command.event.EventFixtures.BOOKING;
import static com.thec1rcle.command.event.EventFixtures.BY_HOST;
import static com.thec1rcle.command.event.EventFixtures.BY_VENUE;
import static com.thec1rcle.command.event.EventFixtures.DOORMAN;
import static com.thec1rcle.command.event.EventFixtures.DOORS;
import static com.thec1rcle.command.event.EventFixtures.EVENT;
import static com.thec1rcle.command.event.EventFixtures.HANA;
import static com.thec1rcle.command.event.EventFixtures.LAPSE;
import static com.thec1rcle.command.event.EventFixtures.NEXT_REQUEST;
import static com.thec1rcle.command.event.EventFixtures.NOW;
import static com.thec1rcle.command.event.EventFixtures.OTHER_SLOT;
import static com.thec1rcle.command.event.EventFixtures.OTHER_VENUE;
import static com.thec1rcle.command.event.EventFixtures.PIA;
import static com.thec1rcle.command.event.EventFixtures.PROMOTER;
import static com.thec1rcle.command.event.EventFixtures.REQUEST;
import static com.thec1rcle.command.event.EventFixtures.SETTINGS;
import static com.thec1rcle.command.event.EventFixtures.SLOT;
import static com.thec1rcle.command.event.EventFixtures.STRANGER;
import static com.thec1rcle.command.event.EventFixtures.TICKETING;
import static com.thec1rcle.command.event.EventFixtures.TIER;
import static com.thec1rcle.command.event.EventFixtures.VENUE;
import static com.thec1rcle.command.event.EventFixtures.VERA;
import static com.thec1rcle.command.event.EventFixtures.approved;
import static com.thec1rcle.command.event.EventFixtures.cancelled;
import static com.thec1rcle.command.event.EventFixtures.complete;
import static com.thec1rcle.command.event.EventFixtures.details;
import static com.thec1rcle.command.event.EventFixtures.drafted;
import static com.thec1rcle.command.event.EventFixtures.in;
import static com.thec1rcle.command.event.EventFixtures.published;
import static com.thec1rcle.command.event.EventFixtures.scheduled;
import static com.thec1rcle.command.event.EventFixtures.submitted;
import static com.thec1rcle.command.event.EventFixtures.venuesOwn;
import static com.thec1rcle.kernel.event.EventStatus.APPROVED;
import static com.thec1rcle.kernel.event.EventStatus.CANCELLED;
import static com.thec1rcle.kernel.event.EventStatus.COMPLETED;
import static com.thec1rcle.kernel.event.EventStatus.DRAFT;
import static com.thec1rcle.kernel.event.EventStatus.LIVE;
import static com.thec1rcle.kernel.event.EventStatus.NEEDS_CHANGES;
import static com.thec1rcle.kernel.event.EventStatus.SCHEDULED;
import static com.thec1rcle.kernel.event.EventStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventLifecycleCommand;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AddTier;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ArrangePromoters;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AskToPromote;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AttachMedia;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CancelEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoCodes;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoter;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckReadiness;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckTierEditable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CompleteEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DeclinePromotion;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeSales;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DraftEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.FollowClock;
import com.thec1rcle.kernel.event.EventLifecycleCommand.GrantPromotion;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LapseApproval;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventLifecycleCommand.NoteStrayCode;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PrepareRsvp;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PublishEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotRejection;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ScheduleEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.TakeRsvps;
import com.thec1rcle.kernel.event.EventLifecycleCommand.WithdrawRsvp;
import com.thec1rcle.kernel.event.EventLifecycleEvent;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApproved;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDescribed;
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
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpPrepared;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpWithdrawn;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.StrayCodeShown;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventMedia;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.MissingStep;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.PromoterTerms.Mode;
import com.thec1rcle.kernel.event.Readiness;
import com.thec1rcle.kernel.event.RsvpTiers;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promo.PromoCodeOwner;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierEvent.RsvpFollowed;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierKeptFree;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final ErrorCode OK = null;

    // ---- every command in every state

    /** What each command of people and of the system answers in each state, in the order of {@link EventStatus}. */
    static Stream<Arguments> answers() {
        ErrorCode state = ErrorCode.EVENT_STATE;
        ErrorCode locked = ErrorCode.EVENT_LOCKED;
        ErrorCode late = ErrorCode.CONCURRENT_CHANGE;
        ErrorCode denied = ErrorCode.PROMOTER_ACCESS_DENIED;
        // DRAFT, SUBMITTED, NEEDS_CHANGES, APPROVED, SCHEDULED, LIVE, COMPLETED, CANCELLED
        return Stream.of(
                row(
                        HANA,
                        new DescribeEvent(EVENT, details("Other Nights", "Pune")),
                        OK,
                        locked,
                        OK,
                        OK,
                        OK,
                        OK,
                        state,
                        state),
                row(
                        HANA,
                        new ScheduleEvent(EVENT, VENUE, OTHER_SLOT, null, null),
                        OK,
                        locked,
                        OK,
                        OK,
                        state,
                        state,
                        state,
                        state),
                row(HANA, new LimitOrders(EVENT, new OrderLimits(1, 2, 4)), OK, locked, OK, OK, OK, OK, state, state),
                row(
                        HANA,
                        new AttachMedia(EVENT, new EventMedia(null, null, List.of())),
                        OK,
                        locked,
                        OK,
                        OK,
                        OK,
                        OK,
                        state,
                        state),
                row(HANA, arrange(true, Mode.ALL), OK, locked, OK, OK, OK, OK, state, state),
                row(HANA, new AddTier(EVENT, TIER, tier(10)), OK, locked, OK, OK, OK, OK, state, state),
                row(HANA, new CheckTierEditable(EVENT, TIER), OK, locked, OK, OK, OK, OK, state, state),
                row(HANA, new PrepareRsvp(EVENT), OK, locked, OK, OK, OK, OK, state, state),
                row(HANA, takeRsvps(1), late, locked, late, late, late, late, state, state),
                row(HANA, new WithdrawRsvp(EVENT, 1), OK, OK, OK, OK, OK, OK, OK, OK),
                row(HANA, new CheckPromoCodes(EVENT), OK, OK, OK, OK, OK, OK, state, state),
                row(HANA, new CheckReadiness(EVENT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(HANA, new CheckSubmittable(EVENT), OK, OK, OK, state, state, state, state, state),
                row(HANA, new SubmitEvent(EVENT, REQUEST), OK, OK, state, OK, OK, OK, OK, state),
                row(HANA, new PublishEvent(EVENT), state, state, state, OK, OK, OK, state, state),
                row(HANA, new CancelEvent(EVENT, "Rain."), OK, OK, OK, OK, OK, OK, state, OK),
                row(HANA, new CompleteEvent(EVENT), state, state, state, state, state, OK, OK, state),
                row(HANA, new GrantPromotion(EVENT, PIA), OK, OK, OK, OK, OK, OK, state, state),
                row(HANA, new DeclinePromotion(EVENT, PIA), OK, OK, OK, OK, OK, OK, state, state),
                row(
                        PROMOTER,
                        new AskToPromote(EVENT, PIA),
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied),
                row(
                        PROMOTER,
                        new CheckPromoter(EVENT, PIA),
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied,
                        denied),
                row(Actor.SYSTEM, new FollowClock(EVENT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, new LapseApproval(EVENT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, booking(BOOKING, SLOT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, new RecordSlotRejection(EVENT, REQUEST, "No."), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, new NoteStrayCode(EVENT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, new DescribeDoor(EVENT), OK, OK, OK, OK, OK, OK, OK, OK),
                row(Actor.SYSTEM, new DescribeSales(EVENT), OK, OK, OK, OK, OK, OK, OK, OK));
    }

    private static Arguments row(Actor actor, EventLifecycleCommand command, ErrorCode... codes) {
        return Arguments.of(actor, command, codes);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyCommandHasItsAnswerInEveryState(Actor actor, EventLifecycleCommand command, ErrorCode[] codes) {
        for (EventStatus status : EventStatus.values()) {
            ResultValidator<Event> answer = at(NOW).given(in(status)).when(command, ActorMetadata.of(actor));
            ErrorCode code = codes[status.ordinal()];
            if (code == null) {
                answer.expectSuccessfulHandlerExecution();
            } else {
                answer.expectNoEvents().expectException(refusal(code));
            }
        }
    }

    @Test
    void theTableHasEveryCommand() {
        Set<Class<?>> inTable = new HashSet<>(Set.of(DraftEvent.class));
        answers().forEach(row -> inTable.add(row.get()[1].getClass()));
        Set<Class<?>> all = Set.copyOf(Arrays.asList(EventLifecycleCommand.class.getPermittedSubclasses()));
        assertThat(inTable).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void strangersChangeNothing(Actor actor, EventLifecycleCommand command, ErrorCode[] codes) {
        boolean open =
                command instanceof DescribeDoor || command instanceof DescribeSales || command instanceof CheckPromoter;
        if (open) {
            return;
        }
        for (EventStatus status : EventStatus.values()) {
            at(NOW).given(in(status))
                    .when(command, ActorMetadata.of(STRANGER))
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.FORBIDDEN));
        }
    }

    // ---- drafting

    @Test
    void aDraftBelongsToItsCreator() {
        at(NOW).givenNoPriorActivity()
                .when(new DraftEvent(EVENT, BY_HOST, " Untitled "), ActorMetadata.of(HANA))
                .expectEvents(drafted());
        at(NOW).givenNoPriorActivity()
                .when(new DraftEvent(EVENT, BY_VENUE, "Untitled"), ActorMetadata.of(VERA))
                .expectEvents(EventFixtures.draftedByVenue());
    }

    @Test
    void aDraftHasTheLimitsThatTheHouseSets() {
        AggregateTestFixture<Event> fixture = new AggregateTestFixture<>(Event.class);
        fixture.registerInjectableResource(new EventSettings(Duration.ofHours(3), 1500, 1000, 20, 40));
        fixture.givenNoPriorActivity()
                .when(new DraftEvent(EVENT, BY_HOST, "Untitled"), ActorMetadata.of(HANA))
                .expectEvents(drafted(), new OrderLimitsSet(EVENT, new OrderLimits(1, 20, 40)));
    }

    @ParameterizedTest
    @CsvSource({"0,10", "101,200", "10,0", "10,1001"})
    void theHouseSetsNoLimitsThatAnEventMayNotHave(int perOrder, int perAccount) {
        assertThatThrownBy(() -> new EventSettings(Duration.ofHours(3), 1500, 1000, perOrder, perAccount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c1rcle.event.max-per-order");
    }

    @Test
    void draftingTwiceIsOneDraft() {
        by(HANA, new DraftEvent(EVENT, BY_HOST, "Untitled"), List.of(drafted())).expectNoEvents();
    }

    @Test
    void anotherCreatorsIdIsTaken() {
        by(VERA, new DraftEvent(EVENT, BY_VENUE, "Untitled"), List.of(drafted()))
                .expectException(refusal(ErrorCode.ALREADY_EXISTS));
    }

    @Test
    void nobodyDraftsForOthers() {
        for (EventCreator creator : List.of(BY_HOST, BY_VENUE)) {
            for (Actor actor : List.of(STRANGER, DOORMAN)) {
                at(NOW).givenNoPriorActivity()
                        .when(new DraftEvent(EVENT, creator, "Mine"), ActorMetadata.of(actor))
                        .expectException(refusal(ErrorCode.FORBIDDEN));
            }
        }
    }

    @Test
    void aBlankTitleIsRefused() {
        at(NOW).givenNoPriorActivity()
                .when(new DraftEvent(EVENT, BY_HOST, "  "), ActorMetadata.of(HANA))
                .expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
    }

    @Test
    void sayingTheSameTwiceIsSayingItOnce() {
        by(HANA, new DescribeEvent(EVENT, details("Monsoon Nights", "Mumbai")), complete())
                .expectNoEvents();
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, null, null), complete()).expectNoEvents();
        by(HANA, new LimitOrders(EVENT, OrderLimits.DEFAULT), complete()).expectNoEvents();
        by(HANA, new AddTier(EVENT, TIER, tier(10)), complete()).expectNoEvents();
    }

    @Test
    void doorsOpenThreeHoursBeforeUnlessSaidOtherwise() {
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, null, null), List.of(drafted()))
                .expectEvents(scheduled());
        Instant late = SLOT.from().plusSeconds(60);
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, late, null), List.of(drafted()))
                .expectEvents(new EventScheduled(EVENT, VENUE, SLOT, late));
    }

    @Test
    void doorsThatOpenAfterTheNightAreRefused() {
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, SLOT.until(), null), List.of(drafted()))
                .expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
    }

    @Test
    void aSlotInThePastIsRefused() {
        Period begun = new Period(NOW, NOW.plusSeconds(3600));
        by(HANA, new ScheduleEvent(EVENT, VENUE, begun, null, null), List.of(drafted()))
                .expectException(refusal(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void aVenueBuildsInItsOwnHouse() {
        by(VERA, new ScheduleEvent(EVENT, OTHER_VENUE, SLOT, null, null), venuesOwn())
                .expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
    }

    @Test
    void limitsAndPicturesAreKept() {
        OrderLimits limits = new OrderLimits(1, 2, 4);
        by(HANA, new LimitOrders(EVENT, limits), complete()).expectEvents(new OrderLimitsSet(EVENT, limits));
        EventMedia media = new EventMedia("cover", "poster", List.of("one"));
        by(HANA, new AttachMedia(EVENT, media), complete()).expectEvents(new MediaAttached(EVENT, media));
        EventMedia tooMany = new EventMedia(null, null, Collections.nCopies(21, "picture"));
        by(HANA, new AttachMedia(EVENT, tooMany), complete()).expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
    }

    @Test
    void anRsvpEventTakesOneTicketOfEachAccount() {
        by(HANA, new PrepareRsvp(EVENT), complete())
                .expectResultMessagePayload(new RsvpTiers(EVENT, 1, List.of(TIER)))
                .expectEvents(new RsvpPrepared(EVENT, 1));
        by(HANA, takeRsvps(1, TIER), with(complete(), new RsvpPrepared(EVENT, 1)))
                .expectEvents(new RsvpSet(EVENT, true), new OrderLimitsSet(EVENT, OrderLimits.RSVP));
        by(HANA, new LimitOrders(EVENT, OrderLimits.DEFAULT), takingRsvps())
                .expectResultMessagePayload(new RsvpTiers(EVENT, 2, List.of(TIER)))
                .expectEvents(new RsvpSet(EVENT, false), new OrderLimitsSet(EVENT, OrderLimits.DEFAULT));
    }

    @Test
    void takingRsvpsTwiceIsTakingThemOnce() {
        by(HANA, new PrepareRsvp(EVENT), with(complete(), new RsvpPrepared(EVENT, 1)))
                .expectResultMessagePayload(new RsvpTiers(EVENT, 1, List.of(TIER)))
                .expectNoEvents();
        by(HANA, new PrepareRsvp(EVENT), takingRsvps())
                .expectResultMessagePayload(new RsvpTiers(EVENT, 1, List.of(TIER)))
                .expectNoEvents();
        by(HANA, takeRsvps(1, TIER), takingRsvps()).expectNoEvents();
    }

    @Test
    void anEventThatTookRsvpsBeforeThereWereRevisionsGoesOnFromThere() {
        List<EventLifecycleEvent> before =
                with(complete(), new RsvpSet(EVENT, true), new OrderLimitsSet(EVENT, OrderLimits.RSVP));
        by(HANA, takeRsvps(0, TIER), before).expectNoEvents();
        by(HANA, new LimitOrders(EVENT, OrderLimits.DEFAULT), before)
                .expectResultMessagePayload(new RsvpTiers(EVENT, 1, List.of(TIER)));
        by(HANA, new PrepareRsvp(EVENT), with(before, new RsvpSet(EVENT, false)))
                .expectEvents(new RsvpPrepared(EVENT, 2));
    }

    @Test
    void whoeverDecidedBeforeTheLastDecisionComesTooLate() {
        List<EventLifecycleEvent> withdrawn = with(complete(), new RsvpPrepared(EVENT, 1), new RsvpWithdrawn(EVENT, 2));
        by(HANA, takeRsvps(1, TIER), withdrawn).expectNoEvents().expectException(refusal(ErrorCode.CONCURRENT_CHANGE));
        by(HANA, takeRsvps(1, TIER), with(withdrawn, new RsvpPrepared(EVENT, 3)))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.CONCURRENT_CHANGE));
        by(HANA, takeRsvps(2, TIER), withdrawn).expectNoEvents().expectException(refusal(ErrorCode.CONCURRENT_CHANGE));
    }

    @Test
    void rsvpsThatWereBegunAreWithdrawnOnce() {
        List<EventLifecycleEvent> prepared = with(complete(), new RsvpPrepared(EVENT, 1));
        by(HANA, new WithdrawRsvp(EVENT, 1), prepared)
                .expectResultMessagePayload(new RsvpTiers(EVENT, 2, List.of(TIER)))
                .expectEvents(new RsvpWithdrawn(EVENT, 2));
        by(HANA, new LimitOrders(EVENT, OrderLimits.DEFAULT), prepared).expectEvents(new RsvpWithdrawn(EVENT, 2));
        by(HANA, new WithdrawRsvp(EVENT, 1), with(prepared, new RsvpWithdrawn(EVENT, 2)))
                .expectNoEvents();
        by(HANA, new WithdrawRsvp(EVENT, 1), takingRsvps()).expectNoEvents();
    }

    @Test
    void anEventTakesRsvpsOnlyWhenAllItsTiersHavePromisedToStayFree() {
        by(HANA, takeRsvps(1, new TierId("another")), with(complete(), new RsvpPrepared(EVENT, 1)))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.CONCURRENT_CHANGE));
    }

    @Test
    void anRsvpEventGetsFreeTiersOnlyAndTheyStayFree() {
        TierId second = new TierId("tier-2");
        by(HANA, new AddTier(EVENT, second, tier(10)), with(complete(), new RsvpSet(EVENT, true)))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.RSVP_NOT_FREE));
        TierDraft free = new TierDraft(
                "Guests", EntryType.GENERAL, Money.inr(0), 10, null, null, null, null, null, null, false, null, null);
        List<Object> created = new ArrayList<>();
        AggregateTestFixture<Event> fixture = at(NOW);
        fixture.registerRepositoryProvider(new TierRecorder(created));
        when(fixture, HANA, new AddTier(EVENT, second, free), takingRsvps()).expectEvents(new TierAdded(EVENT, second));
        assertThat(created).hasSize(3).endsWith(new RsvpFollowed(second, EVENT, 1), new TierKeptFree(second, EVENT));
    }

    @Test
    void itsPromoCodesAreItsCreators() {
        by(HANA, new CheckPromoCodes(EVENT), complete())
                .expectResultMessagePayload(new PromoCodeOwner(EVENT, BY_HOST, List.of(TIER)));
        by(STRANGER, new CheckPromoCodes(EVENT), complete()).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void anUnfitTierIsRefused() {
        by(HANA, new AddTier(EVENT, new TierId("tier-2"), tier(-1)), complete())
                .expectException(refusal(ErrorCode.TIER_INVALID));
    }

    @Test
    void theEventCreatesItsTiers() {
        TierId second = new TierId("tier-2");
        List<Object> created = new ArrayList<>();
        AggregateTestFixture<Event> fixture = at(NOW);
        fixture.registerRepositoryProvider(new TierRecorder(created));
        when(fixture, HANA, new AddTier(EVENT, second, tier(10)), complete())
                .expectEvents(new TierAdded(EVENT, second));
        TierTerms terms = new TierTerms(
                "General", EntryType.GENERAL, Money.inr(100_000), 1, 1, 10, null, null, null, false, null, null);
        assertThat(created).containsExactly(new TierCreated(second, EVENT, BY_HOST, terms, 10));
    }

    @Test
    void onlyItsOwnTiersAreEdited() {
        by(HANA, new CheckTierEditable(EVENT, new TierId("another")), complete())
                .expectException(refusal(ErrorCode.TIER_NOT_FOUND));
    }

    // ---- readiness

    @Test
    void anEmptyDraftLacksEverything() {
        by(HANA, new CheckReadiness(EVENT), List.of(drafted()))
                .expectResultMessagePayload(new Readiness(
                        false,
                        List.of(
                                new MissingStep("details", "TITLE_PLACEHOLDER", "The title is still a placeholder."),
                                new MissingStep("details", "CITY_MISSING", "The event names no city yet."),
                                new MissingStep("schedule", "SLOT_MISSING", "The event has no venue and slot yet."),
                                new MissingStep("tickets", "TIER_MISSING", "The event has no tier yet."))));
    }

    @Test
    void aCompleteDraftLacksNothing() {
        by(HANA, new CheckReadiness(EVENT), complete()).expectResultMessagePayload(new Readiness(true, List.of()));
    }

    @Test
    void theVenueSeesReadinessOnceItWasAsked() {
        by(VERA, new CheckReadiness(EVENT), complete()).expectException(refusal(ErrorCode.FORBIDDEN));
        by(VERA, new CheckReadiness(EVENT), in(SUBMITTED)).expectSuccessfulHandlerExecution();
    }

    // ---- approval

    @Test
    void aHostsEventIsSubmittedForItsSlot() {
        by(HANA, new CheckSubmittable(EVENT), complete())
                .expectNoEvents()
                .expectResultMessagePayload(new SubmissionTerms(EVENT, BY_HOST, VENUE, SLOT, REQUEST));
        by(HANA, new SubmitEvent(EVENT, REQUEST), complete()).expectEvents(submitted());
        by(HANA, new SubmitEvent(EVENT, REQUEST), in(SUBMITTED)).expectNoEvents();
    }

    @Test
    void aVenuesOwnEventIsSubmittedWithoutARequest() {
        by(VERA, new SubmitEvent(EVENT, REQUEST), venuesOwn())
                .expectEvents(new EventSubmitted(EVENT, null, VENUE, SLOT));
    }

    @Test
    void aDraftWithoutASlotIsNotSubmitted() {
        by(HANA, new CheckSubmittable(EVENT), List.of(drafted())).expectException(refusal(ErrorCode.EVENT_NOT_READY));
    }

    @Test
    void aNewSlotNeedsANewRequest() {
        List<EventLifecycleEvent> moved = with(complete(), new EventScheduled(EVENT, VENUE, OTHER_SLOT, DOORS));
        by(HANA, new SubmitEvent(EVENT, REQUEST), moved).expectException(refusal(ErrorCode.EVENT_STATE));
        by(HANA, new SubmitEvent(EVENT, NEXT_REQUEST), moved).expectSuccessfulHandlerExecution();
    }

    @Test
    void aBookedSlotApprovesTheEvent() {
        by(Actor.SYSTEM, booking(BOOKING, SLOT), in(SUBMITTED)).expectEvents(approved());
        by(Actor.SYSTEM, booking(BOOKING, SLOT), in(APPROVED)).expectNoEvents();
        by(Actor.SYSTEM, booking(BOOKING, SLOT), in(SCHEDULED)).expectNoEvents();
    }

    @Test
    void aBookingMayComeBeforeTheHandInIsRecorded() {
        by(Actor.SYSTEM, booking(BOOKING, SLOT), complete()).expectEvents(approved());
        by(HANA, new SubmitEvent(EVENT, REQUEST), with(complete(), approved())).expectNoEvents();
    }

    @Test
    void aBookingThatNobodyAskedForIsNothingToTheEvent() {
        by(Actor.SYSTEM, booking(new BookingId("another"), SLOT), in(SUBMITTED)).expectNoEvents();
    }

    @Test
    void aVenuesOwnBookingStandsUntilTheNight() {
        by(Actor.SYSTEM, booking(BOOKING, SLOT), venuesOwn())
                .expectEvents(new EventApproved(EVENT, BOOKING, VENUE, SLOT, SLOT.from()));
    }

    @Test
    void aBookingThatComesAfterTheCancellationIsGivenUpOnce() {
        List<EventLifecycleEvent> cancelled = with(in(SUBMITTED), cancelled(SUBMITTED));
        SlotGivenUp givenUp = new SlotGivenUp(EVENT, VENUE, BOOKING);
        by(Actor.SYSTEM, booking(BOOKING, SLOT), cancelled).expectEvents(givenUp);
        by(Actor.SYSTEM, booking(BOOKING, SLOT), with(cancelled, givenUp)).expectNoEvents();
    }

    @Test
    void aNoSendsTheEventBackOnce() {
        EventSentBack back = new EventSentBack(EVENT, "No.");
        by(Actor.SYSTEM, new RecordSlotRejection(EVENT, REQUEST, "No."), in(SUBMITTED))
                .expectEvents(back);
        by(Actor.SYSTEM, new RecordSlotRejection(EVENT, REQUEST, "No."), with(in(SUBMITTED), back))
                .expectNoEvents();
        by(Actor.SYSTEM, new RecordSlotRejection(EVENT, REQUEST, "No."), in(APPROVED))
                .expectNoEvents();
    }

    @Test
    void whatWasSentBackIsHandedInAnewWithANewRequest() {
        by(HANA, new CheckSubmittable(EVENT), in(NEEDS_CHANGES))
                .expectResultMessagePayload(new SubmissionTerms(EVENT, BY_HOST, VENUE, SLOT, NEXT_REQUEST));
        by(HANA, new SubmitEvent(EVENT, NEXT_REQUEST), in(NEEDS_CHANGES))
                .expectEvents(new EventSubmitted(EVENT, NEXT_REQUEST, VENUE, SLOT));
    }

    @Test
    void anApprovalLapsesWhenItsTimeIsOver() {
        when(at(LAPSE.minusMillis(1)), Actor.SYSTEM, new LapseApproval(EVENT), in(APPROVED))
                .expectNoEvents();
        when(at(LAPSE), Actor.SYSTEM, new LapseApproval(EVENT), in(APPROVED))
                .expectEvents(new EventApprovalLapsed(EVENT, VENUE, BOOKING));
        when(at(LAPSE), Actor.SYSTEM, new LapseApproval(EVENT), in(SCHEDULED)).expectNoEvents();
    }

    @Test
    void movingAnApprovedEventGivesItsSlotUp() {
        by(HANA, new ScheduleEvent(EVENT, VENUE, OTHER_SLOT, DOORS.plus(Duration.ofDays(1)), null), in(APPROVED))
                .expectEvents(
                        new EventScheduled(EVENT, VENUE, OTHER_SLOT, DOORS.plus(Duration.ofDays(1))),
                        new SlotGivenUp(EVENT, VENUE, BOOKING));
    }

    @Test
    void doorsMoveWithoutLosingTheApproval() {
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, SLOT.from(), null), in(APPROVED))
                .expectEvents(new EventScheduled(EVENT, VENUE, SLOT, SLOT.from()));
    }

    @Test
    void takingTheSlotThatTheVenueProposedKeepsTheApproval() {
        List<EventLifecycleEvent> other =
                with(in(SUBMITTED), new EventApproved(EVENT, BOOKING, VENUE, OTHER_SLOT, LAPSE));
        by(HANA, new PublishEvent(EVENT), other).expectException(refusal(ErrorCode.EVENT_NOT_READY));
        EventScheduled taken = new EventScheduled(EVENT, VENUE, OTHER_SLOT, DOORS.plus(Duration.ofDays(1)));
        by(HANA, new ScheduleEvent(EVENT, VENUE, OTHER_SLOT, null, null), other).expectEvents(taken);
        by(HANA, new PublishEvent(EVENT), with(other, taken)).expectSuccessfulHandlerExecution();
    }

    // ---- publication

    @Test
    void anApprovedEventIsPublished() {
        by(HANA, new PublishEvent(EVENT), in(APPROVED)).expectEvents(published());
    }

    @Test
    void publishingTwiceIsOnePublication() {
        by(HANA, new PublishEvent(EVENT), in(SCHEDULED)).expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "untitled", "Untitled 2", "TEST", "tbd", "  test event  ", "TBA!", "..."})
    void aPlaceholderIsNotPublished(String title) {
        List<EventLifecycleEvent> history = with(in(APPROVED), new EventDescribed(EVENT, details(title, "Mumbai")));
        by(HANA, new PublishEvent(EVENT), history).expectNoEvents().expectException(refusal(ErrorCode.EVENT_NOT_READY));
    }

    @Test
    void anEventWithoutCityOrTierIsNotPublished() {
        List<EventLifecycleEvent> nowhere = with(in(APPROVED), new EventDescribed(EVENT, details("Monsoon", " ")));
        by(HANA, new PublishEvent(EVENT), nowhere).expectException(refusal(ErrorCode.EVENT_NOT_READY));
        List<EventLifecycleEvent> empty = List.of(
                drafted(),
                new EventDescribed(EVENT, details("Monsoon Nights", "Mumbai")),
                scheduled(),
                submitted(),
                approved());
        by(HANA, new PublishEvent(EVENT), empty).expectException(refusal(ErrorCode.EVENT_NOT_READY));
    }

    @Test
    void aLapsedApprovalPublishesNothingThoughNoTimerHasSaidSo() {
        when(at(LAPSE), HANA, new PublishEvent(EVENT), in(APPROVED)).expectException(refusal(ErrorCode.SLOT_LAPSED));
    }

    @Test
    void aPublishedEventKeepsItsTitleAndCity() {
        EventDetails bare = new EventDetails("tbd", null, null, null, null, null, null);
        by(HANA, new DescribeEvent(EVENT, bare), in(SCHEDULED)).expectException(refusal(ErrorCode.EVENT_NOT_READY));
    }

    // ---- by the clock

    @Test
    void theClockBeginsAndEndsTheNight() {
        EventWentLive live = new EventWentLive(EVENT);
        EventCompleted over = new EventCompleted(EVENT, false);
        FollowClock tick = new FollowClock(EVENT);
        when(at(SLOT.from().minusMillis(1)), Actor.SYSTEM, tick, in(SCHEDULED)).expectNoEvents();
        when(at(SLOT.from()), Actor.SYSTEM, tick, in(SCHEDULED)).expectEvents(live);
        when(at(SLOT.from()), Actor.SYSTEM, tick, in(LIVE)).expectNoEvents();
        when(at(SLOT.until()), Actor.SYSTEM, tick, in(LIVE)).expectEvents(over);
        when(at(SLOT.until()), Actor.SYSTEM, tick, in(SCHEDULED)).expectEvents(live, over);
        when(at(SLOT.until()), Actor.SYSTEM, tick, in(COMPLETED)).expectNoEvents();
    }

    @Test
    void hostAndVenueMayEndALiveNightEarly() {
        EventCompleted early = new EventCompleted(EVENT, true);
        when(at(SLOT.from()), HANA, new CompleteEvent(EVENT), in(LIVE)).expectEvents(early);
        when(at(SLOT.from()), VERA, new CompleteEvent(EVENT), in(LIVE)).expectEvents(early);
        when(at(SLOT.from()), VERA, new CompleteEvent(EVENT), in(COMPLETED)).expectNoEvents();
        when(at(SLOT.from()), DOORMAN, new CompleteEvent(EVENT), in(LIVE))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aNightThatHasBegunEndsEarlyThoughNoTimerHasSaidSo() {
        when(at(SLOT.from()), HANA, new CompleteEvent(EVENT), in(SCHEDULED))
                .expectEvents(new EventWentLive(EVENT), new EventCompleted(EVENT, true));
    }

    @Test
    void theDoorKnowsTheStateByTheClock() {
        when(at(SLOT.from()), Actor.SYSTEM, new DescribeDoor(EVENT), in(SCHEDULED))
                .expectResultMessagePayload(new DoorTerms(EVENT, LIVE, VENUE, SLOT, DOORS, false, false));
    }

    @Test
    void whoeverHasLeftMayComeBackIfTheEventSaysSo() {
        ScheduleEvent comeBack = new ScheduleEvent(EVENT, VENUE, SLOT, null, true);
        ReEntryDecided allowed = new ReEntryDecided(EVENT, true);
        by(HANA, comeBack, complete()).expectEvents(allowed);
        by(HANA, comeBack, with(complete(), allowed)).expectNoEvents();
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, null, null), with(complete(), allowed))
                .expectNoEvents();
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, null, false), with(complete(), allowed))
                .expectEvents(new ReEntryDecided(EVENT, false));
        when(at(SLOT.from()), Actor.SYSTEM, new DescribeDoor(EVENT), with(in(SCHEDULED), allowed))
                .expectResultMessagePayload(new DoorTerms(EVENT, LIVE, VENUE, SLOT, DOORS, true, false));
    }

    @Test
    void comingBackIsAllowedAfterPublicationToo() {
        by(HANA, new ScheduleEvent(EVENT, VENUE, SLOT, null, true), in(SCHEDULED))
                .expectEvents(new ReEntryDecided(EVENT, true));
        by(HANA, new ScheduleEvent(EVENT, VENUE, OTHER_SLOT, null, true), in(SCHEDULED))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.EVENT_STATE));
    }

    @Test
    void aStrayCodeIsNotedOnce() {
        StrayCodeShown shown = new StrayCodeShown(EVENT);
        by(Actor.SYSTEM, new NoteStrayCode(EVENT), in(LIVE)).expectEvents(shown);
        by(Actor.SYSTEM, new NoteStrayCode(EVENT), with(in(LIVE), shown)).expectNoEvents();
        by(HANA, new NoteStrayCode(EVENT), in(LIVE)).expectException(refusal(ErrorCode.FORBIDDEN));
        when(at(SLOT.from()), Actor.SYSTEM, new DescribeDoor(EVENT), with(in(LIVE), shown))
                .expectResultMessagePayload(new DoorTerms(EVENT, LIVE, VENUE, SLOT, DOORS, false, true));
    }

    // ---- cancelling

    @ParameterizedTest
    @EnumSource(
            value = EventStatus.class,
            names = {"COMPLETED", "CANCELLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void anEventIsCalledOffFromAnyStateBeforeItsEnd(EventStatus status) {
        by(HANA, new CancelEvent(EVENT, "Rain."), in(status)).expectEvents(cancelled(status));
    }

    @Test
    void callingOffTwiceIsCallingOffOnce() {
        by(HANA, new CancelEvent(EVENT, "Rain."), in(CANCELLED)).expectNoEvents();
    }

    @Test
    void whatIsOverByTheClockIsNotCalledOff() {
        when(at(SLOT.until()), HANA, new CancelEvent(EVENT, "Rain."), in(SCHEDULED))
                .expectException(refusal(ErrorCode.EVENT_STATE));
    }

    @Test
    void theVenueDoesNotCallOffAHostsEvent() {
        by(VERA, new CancelEvent(EVENT, "Rain."), in(SCHEDULED)).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    // ---- selling and promoters

    @Test
    void onlyAPublicEventSells() {
        SellingTerms selling =
                new SellingTerms(VENUE, BY_HOST, SLOT, OrderLimits.DEFAULT, false, Rate.share(1500), Rate.share(1000));
        by(Actor.SYSTEM, new DescribeSales(EVENT), in(SCHEDULED))
                .expectResultMessagePayload(new EventSales(EVENT, List.of(TIER), selling));
        for (EventStatus status : EnumSet.of(DRAFT, SUBMITTED, APPROVED, COMPLETED, CANCELLED)) {
            by(Actor.SYSTEM, new DescribeSales(EVENT), in(status))
                    .expectResultMessagePayload(new EventSales(EVENT, List.of(TIER), null));
        }
    }

    @Test
    void absentRatesAreTheUsualOnes() {
        by(HANA, arrange(true, Mode.ALL), in(SCHEDULED)).expectEvents(arranged(Mode.ALL));
        by(HANA, arrange(true, Mode.ALL), with(in(SCHEDULED), arranged(Mode.ALL)))
                .expectNoEvents();
    }

    @Test
    void ratesAreNoMoreThanATicketMayCost() {
        Rate most = Rate.perTicket(10_000_000_000L);
        Rate more = Rate.perTicket(10_000_000_001L);
        by(HANA, new ArrangePromoters(EVENT, true, Mode.ALL, Set.of(), most, most), in(SCHEDULED))
                .expectSuccessfulHandlerExecution();
        by(HANA, new ArrangePromoters(EVENT, true, Mode.ALL, Set.of(), more, null), in(SCHEDULED))
                .expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
        by(HANA, new ArrangePromoters(EVENT, true, Mode.ALL, Set.of(), null, more), in(SCHEDULED))
                .expectException(refusal(ErrorCode.EVENT_DETAILS_INVALID));
    }

    @Test
    void everyPromoterSellsWhatIsOpenToAll() {
        by(PROMOTER, new CheckPromoter(EVENT, PIA), with(in(SCHEDULED), arranged(Mode.ALL)))
                .expectResultMessagePayload(terms(Mode.ALL));
        by(PROMOTER, new AskToPromote(EVENT, PIA), with(in(SCHEDULED), arranged(Mode.ALL)))
                .expectNoEvents();
    }

    @Test
    void chosenPromotersOnlySellWhatIsNotOpenToAll() {
        List<EventLifecycleEvent> selected = with(in(SCHEDULED), arranged(Mode.SELECTED));
        by(PROMOTER, new CheckPromoter(EVENT, PIA), selected)
                .expectException(refusal(ErrorCode.PROMOTER_ACCESS_DENIED));
        by(PROMOTER, new CheckPromoter(EVENT, PIA), with(selected, new PromotionGranted(EVENT, PIA)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aPromoterAsksOnceAndIsAnsweredOnce() {
        List<EventLifecycleEvent> selected = with(in(SCHEDULED), arranged(Mode.SELECTED));
        PromotionAsked asked = new PromotionAsked(EVENT, PIA);
        PromotionGranted granted = new PromotionGranted(EVENT, PIA);
        PromotionDeclined declined = new PromotionDeclined(EVENT, PIA);
        by(PROMOTER, new AskToPromote(EVENT, PIA), selected).expectEvents(asked);
        by(PROMOTER, new AskToPromote(EVENT, PIA), with(selected, asked)).expectNoEvents();
        by(HANA, new GrantPromotion(EVENT, PIA), with(selected, asked)).expectEvents(granted);
        by(HANA, new GrantPromotion(EVENT, PIA), with(selected, asked, granted)).expectNoEvents();
        by(HANA, new DeclinePromotion(EVENT, PIA), with(selected, asked)).expectEvents(declined);
        by(HANA, new DeclinePromotion(EVENT, PIA), with(selected, asked, declined))
                .expectNoEvents();
        by(HANA, new DeclinePromotion(EVENT, PIA), with(selected, asked, granted))
                .expectEvents(declined);
        by(PROMOTER, new CheckPromoter(EVENT, PIA), with(selected, asked, granted, declined))
                .expectException(refusal(ErrorCode.PROMOTER_ACCESS_DENIED));
    }

    @Test
    void nobodyAsksForAnother() {
        by(STRANGER, new AskToPromote(EVENT, PIA), with(in(SCHEDULED), arranged(Mode.SELECTED)))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    // ---- words of the tests

    private static AggregateTestFixture<Event> at(Instant now) {
        AggregateTestFixture<Event> fixture = new AggregateTestFixture<>(Event.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.registerInjectableResource(SETTINGS);
        fixture.registerInjectableResource(TICKETING);
        return fixture;
    }

    private static TakeRsvps takeRsvps(long revision, TierId... keptFree) {
        return new TakeRsvps(EVENT, revision, Set.of(keptFree));
    }

    private static List<EventLifecycleEvent> takingRsvps() {
        return with(
                complete(),
                new RsvpPrepared(EVENT, 1),
                new RsvpSet(EVENT, true),
                new OrderLimitsSet(EVENT, OrderLimits.RSVP));
    }

    private static ResultValidator<Event> by(
            Actor actor, EventLifecycleCommand command, List<EventLifecycleEvent> history) {
        return when(at(NOW), actor, command, history);
    }

    private static ResultValidator<Event> when(
            AggregateTestFixture<Event> fixture,
            Actor actor,
            EventLifecycleCommand command,
            List<EventLifecycleEvent> history) {
        return fixture.given(history).when(command, ActorMetadata.of(actor));
    }

    private static List<EventLifecycleEvent> with(List<EventLifecycleEvent> history, EventLifecycleEvent... more) {
        List<EventLifecycleEvent> longer = new ArrayList<>(history);
        longer.addAll(List.of(more));
        return longer;
    }

    private static RecordSlotBooking booking(BookingId booking, Period slot) {
        return new RecordSlotBooking(EVENT, booking, slot, LAPSE);
    }

    private static ArrangePromoters arrange(boolean enabled, Mode mode) {
        return new ArrangePromoters(EVENT, enabled, mode, Set.of(), null, null);
    }

    private static PromoterTerms terms(Mode mode) {
        return new PromoterTerms(true, mode, Set.of(), Rate.share(1500), Rate.share(1000));
    }

    private static PromotersArranged arranged(Mode mode) {
        return new PromotersArranged(EVENT, terms(mode));
    }

    private static TierDraft tier(int stock) {
        return new TierDraft(
                "General",
                EntryType.GENERAL,
                Money.inr(100_000),
                stock,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    /** Where new tiers go in these tests: to an event store of their own. */
    private record TierRecorder(List<Object> created) implements RepositoryProvider {
        @Override
        public <T> Repository<T> repositoryFor(Class<T> type) {
            EmbeddedEventStore store = EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build();
            store.subscribe(messages -> messages.forEach(message -> created.add(message.getPayload())));
            return EventSourcingRepository.builder(type).eventStore(store).build();
        }
    }

    private static CustomTypeSafeMatcher<Refusal> refusal(ErrorCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        };
    }
}
