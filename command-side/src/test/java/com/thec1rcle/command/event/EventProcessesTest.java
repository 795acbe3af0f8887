package com.thec1rcle.command.event;

import static com.thec1rcle.command.event.EventFixtures.BOOKING;
import static com.thec1rcle.command.event.EventFixtures.BY_HOST;
import static com.thec1rcle.command.event.EventFixtures.BY_VENUE;
import static com.thec1rcle.command.event.EventFixtures.EVENT;
import static com.thec1rcle.command.event.EventFixtures.HANA;
import static com.thec1rcle.command.event.EventFixtures.HOST;
import static com.thec1rcle.command.event.EventFixtures.LAPSE;
import static com.thec1rcle.command.event.EventFixtures.REQUEST;
import static com.thec1rcle.command.event.EventFixtures.SLOT;
import static com.thec1rcle.command.event.EventFixtures.TIER;
import static com.thec1rcle.command.event.EventFixtures.VENUE;
import static com.thec1rcle.command.event.EventFixtures.VERA;
import static com.thec1rcle.command.event.EventFixtures.approved;
import static com.thec1rcle.command.event.EventFixtures.cancelled;
import static com.thec1rcle.command.event.EventFixtures.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckTierEditable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeSales;
import com.thec1rcle.kernel.event.EventLifecycleCommand.FollowClock;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LapseApproval;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PrepareRsvp;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PublishEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.TakeRsvps;
import com.thec1rcle.kernel.event.EventLifecycleCommand.WithdrawRsvp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.GoPublic;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.RequestApproval;
import com.thec1rcle.kernel.event.RsvpTiers;
import com.thec1rcle.kernel.event.SetOrderLimits;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.WithdrawSlot;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.ticketing.EditTier;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand.AllowPrice;
import com.thec1rcle.kernel.ticketing.TierCommand.BeginSales;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseSales;
import com.thec1rcle.kernel.ticketing.TierCommand.KeepFree;
import com.thec1rcle.kernel.ticketing.TierCommand.OpenSales;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.CalendarCommand.BookOwnSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class EventProcessesTest {
    private static final TierId SECOND = new TierId("tier-2");
    private static final SellingTerms SELLING =
            new SellingTerms(VENUE, BY_HOST, SLOT, OrderLimits.DEFAULT, false, Rate.share(1500), Rate.share(1000));
    private static final PartnershipId PARTNERSHIP = PartnershipId.of(HOST, VENUE);
    private static final RequestSlot REQUEST_SLOT = new RequestSlot(PARTNERSHIP, REQUEST, EVENT, SLOT, "");
    private static final QueueSlotRequest QUEUE = new QueueSlotRequest(VENUE, REQUEST, HOST, EVENT, SLOT);

    private final Commands commands = mock(Commands.class);
    private final Timers timers = mock(Timers.class);

    // ---- sales

    @Test
    void publicationOpensTheSalesOfEveryTier() throws Refusal {
        when(commands.ask(new DescribeSales(EVENT))).thenReturn(new EventSales(EVENT, List.of(TIER, SECOND), SELLING));
        new TierSales(commands).on(published());
        verify(commands).ask(new OpenSales(TIER, SELLING));
        verify(commands).ask(new OpenSales(SECOND, SELLING));
    }

    @Test
    void publishingIsAnsweredOnceEveryTierSells() throws Refusal {
        when(commands.<EventSales>require(new DescribeSales(EVENT)))
                .thenReturn(new EventSales(EVENT, List.of(TIER, SECOND), SELLING));
        new Publication(commands).handle(new GoPublic(EVENT), HANA);
        InOrder steps = inOrder(commands);
        steps.verify(commands).ask(new PublishEvent(EVENT), HANA);
        steps.verify(commands).ask(new BeginSales(TIER, SELLING));
        steps.verify(commands).ask(new BeginSales(SECOND, SELLING));
    }

    @Test
    void nothingSellsOfAnEventThatMayNotBePublished() throws Refusal {
        when(commands.ask(new PublishEvent(EVENT), HANA))
                .thenThrow(new Refusal(ErrorCode.EVENT_NOT_READY, "Not ready."));
        assertThatThrownBy(() -> new Publication(commands).handle(new GoPublic(EVENT), HANA))
                .isInstanceOf(Refusal.class);
        verify(commands).ask(new PublishEvent(EVENT), HANA);
        verifyNoMoreInteractions(commands);
    }

    @Test
    void nothingSellsOfAnEventThatIsOverAtOnce() throws Refusal {
        when(commands.<EventSales>require(new DescribeSales(EVENT)))
                .thenReturn(new EventSales(EVENT, List.of(TIER), null));
        new Publication(commands).handle(new GoPublic(EVENT), HANA);
        verify(commands).ask(new PublishEvent(EVENT), HANA);
        verify(commands).require(new DescribeSales(EVENT));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void aTierOfADraftIsNotOpened() throws Refusal {
        when(commands.ask(new DescribeSales(EVENT))).thenReturn(new EventSales(EVENT, List.of(TIER), null));
        new TierSales(commands).on(new TierAdded(EVENT, TIER));
        verify(commands).ask(new DescribeSales(EVENT));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void theEndClosesTheSalesOfEveryTier() throws Refusal {
        when(commands.ask(new DescribeSales(EVENT))).thenReturn(new EventSales(EVENT, List.of(TIER, SECOND), null));
        TierSales sales = new TierSales(commands);
        sales.on(new EventCompleted(EVENT, false));
        verify(commands).ask(new CloseSales(TIER, "The event is over."));
        verify(commands).ask(new CloseSales(SECOND, "The event is over."));
        sales.on(cancelled(EventStatus.SCHEDULED));
        verify(commands).ask(new CloseSales(TIER, "The event was called off."));
    }

    // ---- the clock

    @Test
    void theClockWakesApprovalsAndNights() {
        EventClock clock = new EventClock(timers);
        clock.on(approved());
        verify(timers).set("event-approval|event-1", LAPSE, new LapseApproval(EVENT));
        clock.on(published());
        verify(timers).cancel("event-approval|event-1");
        verify(timers).set("event-begins|event-1", SLOT.from(), new FollowClock(EVENT));
        verify(timers).set("event-ends|event-1", SLOT.until(), new FollowClock(EVENT));
    }

    @Test
    void nobodyWakesACancelledEvent() {
        new EventClock(timers).on(cancelled(EventStatus.SCHEDULED));
        verify(timers).cancel("event-approval|event-1");
        verify(timers).cancel("event-begins|event-1");
        verify(timers).cancel("event-ends|event-1");
    }

    // ---- giving slots back

    @Test
    void cancellingReleasesTheBookedSlot() throws Refusal {
        new SlotReturn(commands).on(cancelled(EventStatus.SCHEDULED));
        verify(commands).ask(new ReleaseSlot(VENUE, BOOKING, "The event was called off."));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void cancellingWithdrawsThePendingRequest() throws Refusal {
        new SlotReturn(commands).on(cancelled(EventStatus.SUBMITTED));
        verify(commands).ask(new WithdrawSlot(REQUEST));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void aRequestThatWasAnsweredMeanwhileIsLeftAlone() throws Refusal {
        when(commands.ask(new WithdrawSlot(REQUEST))).thenThrow(new Refusal(ErrorCode.SLOT_REQUEST_CLOSED, "Closed."));
        assertThatCode(() -> new SlotReturn(commands).on(cancelled(EventStatus.SUBMITTED)))
                .doesNotThrowAnyException();
    }

    @Test
    void anyOtherRefusalIsNotSwallowed() throws Refusal {
        when(commands.ask(new WithdrawSlot(REQUEST))).thenThrow(new Refusal(ErrorCode.FORBIDDEN, "No."));
        assertThatThrownBy(() -> new SlotReturn(commands).on(cancelled(EventStatus.SUBMITTED)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void lapsedAndUnwantedSlotsAreReleased() throws Refusal {
        SlotReturn process = new SlotReturn(commands);
        process.on(new EventApprovalLapsed(EVENT, VENUE, BOOKING));
        verify(commands).ask(new ReleaseSlot(VENUE, BOOKING, "The approval lapsed before publication."));
        process.on(new SlotGivenUp(EVENT, VENUE, BOOKING));
        verify(commands).ask(new ReleaseSlot(VENUE, BOOKING, "The event does not need it any more."));
    }

    // ---- handing in

    @Test
    void aHostsEventAsksThePartnershipAndStandsInLine() throws Refusal {
        submittable(HANA, new SubmissionTerms(EVENT, BY_HOST, VENUE, SLOT, REQUEST));
        when(commands.ask(new DescribeSlotRequest(REQUEST), HANA)).thenThrow(new Refusal(ErrorCode.NOT_FOUND, "None."));
        assertThat(new Submission(commands).handle(new RequestApproval(EVENT), HANA))
                .isEqualTo(REQUEST);
        verify(commands).ask(REQUEST_SLOT, HANA);
        verify(commands).ask(QUEUE);
        verify(commands).ask(new SubmitEvent(EVENT, REQUEST), HANA);
    }

    @Test
    void aHandInThatWasCutShortIsFinished() throws Refusal {
        submittable(HANA, new SubmissionTerms(EVENT, BY_HOST, VENUE, SLOT, REQUEST));
        when(commands.ask(new DescribeSlotRequest(REQUEST), HANA))
                .thenReturn(new SlotRequestSummary(REQUEST, VENUE, HOST, EVENT, SLOT, SlotRequestStatus.APPROVED));
        new Submission(commands).handle(new RequestApproval(EVENT), HANA);
        verify(commands).ask(new SubmitEvent(EVENT, REQUEST), HANA);
        verify(commands, never()).ask(REQUEST_SLOT, HANA);
        verify(commands, never()).ask(QUEUE);
    }

    @Test
    void withoutAPartnershipThereIsNoRequest() throws Refusal {
        submittable(HANA, new SubmissionTerms(EVENT, BY_HOST, VENUE, SLOT, REQUEST));
        when(commands.ask(REQUEST_SLOT, HANA)).thenThrow(new Refusal(ErrorCode.NOT_FOUND, "None."));
        assertThatThrownBy(() -> new Submission(commands).handle(new RequestApproval(EVENT), HANA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PARTNERSHIP_REQUIRED));
        verify(commands, never()).ask(new SubmitEvent(EVENT, REQUEST), HANA);
    }

    @Test
    void aVenuesOwnEventGetsItsSlotAtOnce() throws Refusal {
        submittable(VERA, new SubmissionTerms(EVENT, BY_VENUE, VENUE, SLOT, REQUEST));
        new Submission(commands).handle(new RequestApproval(EVENT), VERA);
        verify(commands).ask(new BookOwnSlot(VENUE, BOOKING, EVENT, SLOT), VERA);
        verify(commands).ask(new SubmitEvent(EVENT, REQUEST), VERA);
        verify(commands).ask(new RecordSlotBooking(EVENT, BOOKING, SLOT, SLOT.from()));
    }

    // ---- editing tiers

    @Test
    void anEventTakesRsvpsOnceItsTiersHavePromisedToStayFree() throws Exception {
        doReturn(new RsvpTiers(EVENT, 3, List.of(TIER))).when(commands).require(new PrepareRsvp(EVENT), HANA);
        new OrderLimiting(commands).handle(new SetOrderLimits(EVENT, OrderLimits.RSVP, true), HANA);
        InOrder steps = inOrder(commands);
        steps.verify(commands).require(new PrepareRsvp(EVENT), HANA);
        steps.verify(commands).ask(new KeepFree(TIER, 3), HANA);
        steps.verify(commands).ask(new TakeRsvps(EVENT, 3, Set.of(TIER)), HANA);
        steps.verifyNoMoreInteractions();
    }

    @Test
    void tiersMayHaveAPriceOnlyWhenTheEventTakesNoRsvpsAnyMore() throws Exception {
        doReturn(new RsvpTiers(EVENT, 4, List.of(TIER)))
                .when(commands)
                .require(new LimitOrders(EVENT, OrderLimits.DEFAULT), HANA);
        new OrderLimiting(commands).handle(new SetOrderLimits(EVENT, OrderLimits.DEFAULT, false), HANA);
        InOrder steps = inOrder(commands);
        steps.verify(commands).require(new LimitOrders(EVENT, OrderLimits.DEFAULT), HANA);
        steps.verify(commands).ask(new AllowPrice(TIER, 4), HANA);
    }

    @Test
    void aTierWithAPriceKeepsItsEventFromTakingRsvpsAndTheOthersFromTheirPromise() throws Exception {
        TierId free = new TierId("tier-free");
        doReturn(new RsvpTiers(EVENT, 3, List.of(free, TIER))).when(commands).require(new PrepareRsvp(EVENT), HANA);
        doThrow(new Refusal(ErrorCode.RSVP_NOT_FREE, "It has a price."))
                .when(commands)
                .ask(new KeepFree(TIER, 3), HANA);
        doReturn(new RsvpTiers(EVENT, 4, List.of(free, TIER))).when(commands).ask(new WithdrawRsvp(EVENT, 3), HANA);
        SetOrderLimits rsvp = new SetOrderLimits(EVENT, OrderLimits.RSVP, true);
        assertThatThrownBy(() -> new OrderLimiting(commands).handle(rsvp, HANA)).isInstanceOf(Refusal.class);
        verify(commands, never()).ask(new TakeRsvps(EVENT, 3, Set.of(free, TIER)), HANA);
        verify(commands).ask(new AllowPrice(free, 4), HANA);
    }

    @Test
    void aTierIsRevisedIfItsEventAllowsIt() throws Refusal {
        TierChanges changes =
                new TierChanges("Early", null, null, null, null, null, null, null, null, null, null, null);
        new TierEditing(commands).handle(new EditTier(EVENT, TIER, changes), HANA);
        verify(commands).ask(new ReviseTier(TIER, changes), HANA);
    }

    @Test
    void aTierOfALockedEventIsNotRevised() throws Refusal {
        TierChanges changes =
                new TierChanges("Early", null, null, null, null, null, null, null, null, null, null, null);
        when(commands.ask(new CheckTierEditable(EVENT, TIER), HANA))
                .thenThrow(new Refusal(ErrorCode.EVENT_LOCKED, "Locked."));
        assertThatThrownBy(() -> new TierEditing(commands).handle(new EditTier(EVENT, TIER, changes), HANA))
                .isInstanceOf(Refusal.class);
        verify(commands, never()).ask(new ReviseTier(TIER, changes), HANA);
    }

    private void submittable(Actor actor, SubmissionTerms terms) throws Refusal {
        when(commands.ask(new CheckSubmittable(EVENT), actor)).thenReturn(terms);
    }
}
