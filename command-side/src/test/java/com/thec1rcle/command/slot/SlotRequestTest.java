package com.thec1rcle.command.slot;

import static com.thec1rcle.command.venue.CalendarFixtures.*;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.SlotCommand.CheckApprovable;
import com.thec1rcle.kernel.slot.SlotCommand.CheckCounterAcceptable;
import com.thec1rcle.kernel.slot.SlotCommand.CounterProposeSlot;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.ExpireSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.RecordSlotApproval;
import com.thec1rcle.kernel.slot.SlotCommand.RejectSlot;
import com.thec1rcle.kernel.slot.SlotCommand.WithdrawSlot;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterAccepted;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequestExpired;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotEvent.SlotWithdrawn;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SlotRequestTest {
    private static final Period ASKED = night("2026-12-24T15:30:00Z");
    private static final Period OTHER = night("2026-12-25T15:30:00Z");
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(7));
    private static final Instant LAPSES = NOW.plus(Duration.ofHours(48));
    private static final SlotRequested REQUESTED =
            new SlotRequested(REQUEST, PARTNERSHIP, VENUE, HOST, EVENT, ASKED, "", EXPIRES);
    private static final SlotRequested WITHOUT_EVENT =
            new SlotRequested(REQUEST, PARTNERSHIP, VENUE, HOST, null, ASKED, "", EXPIRES);
    private static final SlotApproved APPROVED = new SlotApproved(REQUEST, VENUE, HOST, EVENT, ASKED, LAPSES);
    private static final SlotWithdrawn WITHDRAWN = new SlotWithdrawn(REQUEST, VENUE, HOST, EVENT);
    private static final SlotCounterProposed COUNTERED =
            new SlotCounterProposed(REQUEST, VENUE, HOST, EVENT, OTHER, "The day after?");

    private AggregateTestFixture<SlotRequest> fixture = at(CLOCK);

    private static AggregateTestFixture<SlotRequest> at(Clock clock) {
        AggregateTestFixture<SlotRequest> fixture = new AggregateTestFixture<>(SlotRequest.class);
        fixture.registerInjectableResource(clock);
        return fixture;
    }

    private void whenTheTimeHasPassed() {
        fixture = at(Clock.offset(CLOCK, Duration.ofDays(7)));
    }

    private static SlotRejected rejected(String reason) {
        return new SlotRejected(REQUEST, VENUE, HOST, EVENT, reason);
    }

    private static SlotRequestSummary summary(Period period, SlotRequestStatus status) {
        return new SlotRequestSummary(REQUEST, VENUE, HOST, EVENT, period, status);
    }

    private static RecordSlotApproval record(Period period) {
        return new RecordSlotApproval(REQUEST, period, LAPSES);
    }

    // Approval

    @Test
    void theVenueMayApproveWhatIsPending() {
        fixture.given(REQUESTED)
                .when(new CheckApprovable(REQUEST), as(OWNER))
                .expectResultMessagePayload(summary(ASKED, SlotRequestStatus.PENDING))
                .expectNoEvents();
    }

    @Test
    void staffWithoutTheCalendarMayNotApprove() {
        fixture.given(REQUESTED)
                .when(new CheckApprovable(REQUEST), as(venueActor("guard", StaffRole.SECURITY)))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void whatWasDisplacedIsTaken() {
        fixture.given(REQUESTED, rejected("SLOT_TAKEN"))
                .when(new CheckApprovable(REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_TAKEN));
    }

    @Test
    void whatWasRejectedIsClosed() {
        fixture.given(REQUESTED, rejected("Other plans"))
                .when(new CheckApprovable(REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void lapsedIsLapsedThoughNoTimerSaidSo() {
        whenTheTimeHasPassed();
        fixture.given(REQUESTED)
                .when(new CheckApprovable(REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void whatTheCalendarBookedIsApproved() {
        fixture.given(REQUESTED).when(record(ASKED), as(Actor.SYSTEM)).expectEvents(APPROVED);
    }

    @Test
    void approvingTwiceIsOneApproval() {
        fixture.given(REQUESTED, APPROVED)
                .when(record(ASKED), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatWasBookedInTimeIsApprovedLate() {
        whenTheTimeHasPassed();
        fixture.given(REQUESTED).when(record(ASKED), as(Actor.SYSTEM)).expectEvents(APPROVED);
    }

    @Test
    void whatWasWithdrawnIsNotApproved() {
        fixture.given(REQUESTED, WITHDRAWN)
                .when(record(ASKED), as(Actor.SYSTEM))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void nobodyRecordsAnApprovalButTheSystem() {
        fixture.given(REQUESTED).when(record(ASKED), as(OWNER)).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    // Rejection

    @Test
    void theVenueRejects() {
        fixture.given(REQUESTED)
                .when(new RejectSlot(REQUEST, "Other plans"), as(OWNER))
                .expectEvents(rejected("Other plans"));
    }

    @Test
    void rejectingTwiceIsOneRejection() {
        fixture.given(REQUESTED, rejected("Other plans"))
                .when(new RejectSlot(REQUEST, "Still"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theHostDoesNotReject() {
        fixture.given(REQUESTED)
                .when(new RejectSlot(REQUEST, "No"), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void whatIsApprovedIsNotRejected() {
        fixture.given(REQUESTED, APPROVED)
                .when(new RejectSlot(REQUEST, "No"), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    // Withdrawal

    @Test
    void theHostTakesItBack() {
        fixture.given(REQUESTED).when(new WithdrawSlot(REQUEST), as(HOST_OWNER)).expectEvents(WITHDRAWN);
    }

    @Test
    void withdrawingTwiceIsOneWithdrawal() {
        fixture.given(REQUESTED, WITHDRAWN)
                .when(new WithdrawSlot(REQUEST), as(HOST_OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theVenueDoesNotWithdraw() {
        fixture.given(REQUESTED)
                .when(new WithdrawSlot(REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void anApprovedSlotGoesBackWithItsEventOnly() {
        fixture.given(REQUESTED, APPROVED)
                .when(new WithdrawSlot(REQUEST), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void aCancelledEventGivesItsSlotBack() {
        fixture.given(REQUESTED, APPROVED)
                .when(new WithdrawSlot(REQUEST), as(Actor.SYSTEM))
                .expectEvents(WITHDRAWN);
    }

    @Test
    void anApprovedSlotWithoutEventMayBeGivenBack() {
        fixture.given(WITHOUT_EVENT, new SlotApproved(REQUEST, VENUE, HOST, null, ASKED, LAPSES))
                .when(new WithdrawSlot(REQUEST), as(HOST_OWNER))
                .expectEvents(new SlotWithdrawn(REQUEST, VENUE, HOST, null));
    }

    // Counter-proposal

    @Test
    void theVenueNamesAnotherPeriod() {
        fixture.given(REQUESTED)
                .when(new CounterProposeSlot(REQUEST, OTHER, "The day after?"), as(OWNER))
                .expectEvents(COUNTERED);
    }

    @Test
    void proposingTheSameTwiceIsOneProposal() {
        fixture.given(REQUESTED, COUNTERED)
                .when(new CounterProposeSlot(REQUEST, OTHER, "Again"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aPeriodThatHasBegunIsNotProposed() {
        fixture.given(REQUESTED)
                .when(new CounterProposeSlot(REQUEST, new Period(NOW, NOW.plusSeconds(60)), ""), as(OWNER))
                .expectException(refusal(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void theHostMayTakeTheOtherPeriod() {
        fixture.given(REQUESTED, COUNTERED)
                .when(new CheckCounterAcceptable(REQUEST), as(HOST_OWNER))
                .expectResultMessagePayload(summary(OTHER, SlotRequestStatus.COUNTER_PROPOSED))
                .expectNoEvents();
    }

    @Test
    void theVenueDoesNotTakeItForTheHost() {
        fixture.given(REQUESTED, COUNTERED)
                .when(new CheckCounterAcceptable(REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void withoutAnotherPeriodThereIsNothingToTake() {
        fixture.given(REQUESTED)
                .when(new CheckCounterAcceptable(REQUEST), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void aCounterProposalLapses() {
        whenTheTimeHasPassed();
        fixture.given(REQUESTED, COUNTERED)
                .when(new CheckCounterAcceptable(REQUEST), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void theOtherPeriodOnceBookedIsAcceptedAndApproved() {
        fixture.given(REQUESTED, COUNTERED)
                .when(record(OTHER), as(Actor.SYSTEM))
                .expectEvents(
                        new SlotCounterAccepted(REQUEST, VENUE, HOST, EVENT, OTHER),
                        new SlotApproved(REQUEST, VENUE, HOST, EVENT, OTHER, LAPSES));
    }

    // Expiry

    @Test
    void whatNobodyAnsweredExpires() {
        whenTheTimeHasPassed();
        fixture.given(REQUESTED)
                .when(new ExpireSlotRequest(REQUEST), as(Actor.SYSTEM))
                .expectEvents(new SlotRequestExpired(REQUEST, VENUE, HOST, EVENT));
    }

    @Test
    void anAlarmTooEarlyIsHarmless() {
        fixture.given(REQUESTED)
                .when(new ExpireSlotRequest(REQUEST), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatWasAnsweredDoesNotExpire() {
        whenTheTimeHasPassed();
        fixture.given(REQUESTED, APPROVED)
                .when(new ExpireSlotRequest(REQUEST), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    // Description

    @Test
    void bothSidesMayAskHowItStands() {
        for (Actor party : new Actor[] {OWNER, HOST_OWNER, Actor.SYSTEM}) {
            fixture.given(REQUESTED)
                    .when(new DescribeSlotRequest(REQUEST), as(party))
                    .expectResultMessagePayload(summary(ASKED, SlotRequestStatus.PENDING));
        }
    }

    @Test
    void nobodyElseMayAsk() {
        fixture.given(REQUESTED)
                .when(new DescribeSlotRequest(REQUEST), as(STRANGER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }
}
