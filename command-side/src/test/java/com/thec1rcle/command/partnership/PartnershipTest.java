package com.thec1rcle.command.partnership;

import static com.thec1rcle.command.venue.CalendarFixtures.*;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipCommand.ApprovePartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.BlockPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.EndPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RejectPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipBlocked;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipEnded;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRejected;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipEvent.SlotAsked;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnershipTest {
    private static final PartnershipRequested REQUESTED =
            new PartnershipRequested(PARTNERSHIP, HOST, VENUE, HOST_OWNER.userId(), "Hello");
    private static final PartnershipApproved APPROVED = new PartnershipApproved(PARTNERSHIP, HOST, VENUE);
    private static final PartnershipRejected REJECTED = new PartnershipRejected(PARTNERSHIP, HOST, VENUE, "No");
    private static final PartnershipBlocked BLOCKED = new PartnershipBlocked(PARTNERSHIP, HOST, VENUE, "Never");
    private static final PartnershipEnded ENDED =
            new PartnershipEnded(PARTNERSHIP, HOST, VENUE, OWNER.userId(), "Enough");
    private static final RequestPartnership REQUEST_IT = new RequestPartnership(PARTNERSHIP, HOST, VENUE, "Hello");
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(7));
    private static final Period LATER = night("2026-12-24T15:30:00Z");

    private final AggregateTestFixture<Partnership> fixture = new AggregateTestFixture<>(Partnership.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(CLOCK);
        fixture.registerInjectableResource(SETTINGS);
    }

    private TestExecutor<Partnership> given(Object... events) {
        return fixture.givenCurrentTime(NOW).andGiven(events);
    }

    private static RequestSlot requestSlot(Period period) {
        return new RequestSlot(PARTNERSHIP, REQUEST, EVENT, period, "With a band");
    }

    private static SlotRequested requested(Period period, Instant expiresAt) {
        return new SlotRequested(REQUEST, PARTNERSHIP, VENUE, HOST, EVENT, period, "With a band", expiresAt);
    }

    @Test
    void theHostAsks() {
        given().when(REQUEST_IT, as(HOST_OWNER)).expectEvents(REQUESTED);
    }

    @Test
    void twoRacingRequestsMakeOne() {
        given(REQUESTED)
                .when(REQUEST_IT, as(HOST_OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anActivePartnerNeedNotAsk() {
        given(REQUESTED, APPROVED)
                .when(REQUEST_IT, as(HOST_OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyTheHostsOwnerAsks() {
        given().when(REQUEST_IT, as(STRANGER)).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void thePairHasOnePartnership() {
        given().when(new RequestPartnership(new PartnershipId("another"), HOST, VENUE, "Hello"), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_STATE));
    }

    @Test
    void aRejectedHostMayAskAgain() {
        given(REQUESTED, REJECTED).when(REQUEST_IT, as(HOST_OWNER)).expectEvents(REQUESTED);
    }

    @Test
    void aFormerPartnerMayAskAgain() {
        given(REQUESTED, APPROVED, ENDED).when(REQUEST_IT, as(HOST_OWNER)).expectEvents(REQUESTED);
    }

    @Test
    void aBlockedHostMayNotAskAgain() {
        given(REQUESTED, BLOCKED)
                .when(REQUEST_IT, as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_BLOCKED));
    }

    @Test
    void theVenueApproves() {
        given(REQUESTED).when(new ApprovePartnership(PARTNERSHIP), as(OWNER)).expectEvents(APPROVED);
    }

    @Test
    void approvingTwiceIsOneApproval() {
        given(REQUESTED, APPROVED)
                .when(new ApprovePartnership(PARTNERSHIP), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theHostDoesNotApproveItself() {
        given(REQUESTED)
                .when(new ApprovePartnership(PARTNERSHIP), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void staffWithoutTheCalendarDoNotApprove() {
        given(REQUESTED)
                .when(new ApprovePartnership(PARTNERSHIP), as(venueActor("guard", StaffRole.SECURITY)))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void whatWasRejectedIsNotApproved() {
        given(REQUESTED, REJECTED)
                .when(new ApprovePartnership(PARTNERSHIP), as(OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_STATE));
    }

    @Test
    void theVenueRejects() {
        given(REQUESTED)
                .when(new RejectPartnership(PARTNERSHIP, "No"), as(OWNER))
                .expectEvents(REJECTED);
    }

    @Test
    void rejectingTwiceIsOneRejection() {
        given(REQUESTED, REJECTED)
                .when(new RejectPartnership(PARTNERSHIP, "No"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anActivePartnershipIsEndedNotRejected() {
        given(REQUESTED, APPROVED)
                .when(new RejectPartnership(PARTNERSHIP, "No"), as(OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_STATE));
    }

    @Test
    void theVenueBlocksWhateverTheState() {
        given(REQUESTED, APPROVED)
                .when(new BlockPartnership(PARTNERSHIP, "Never"), as(OWNER))
                .expectEvents(BLOCKED);
    }

    @Test
    void blockingTwiceIsOneBlock() {
        given(REQUESTED, BLOCKED)
                .when(new BlockPartnership(PARTNERSHIP, "Never"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theHostDoesNotBlock() {
        given(REQUESTED)
                .when(new BlockPartnership(PARTNERSHIP, "Never"), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void eitherSideEndsIt() {
        given(REQUESTED, APPROVED)
                .when(new EndPartnership(PARTNERSHIP, "Enough"), as(OWNER))
                .expectEvents(ENDED);
        given(REQUESTED, APPROVED)
                .when(new EndPartnership(PARTNERSHIP, "Enough"), as(HOST_OWNER))
                .expectEvents(new PartnershipEnded(PARTNERSHIP, HOST, VENUE, HOST_OWNER.userId(), "Enough"));
    }

    @Test
    void endingTwiceIsOneEnd() {
        given(REQUESTED, APPROVED, ENDED)
                .when(new EndPartnership(PARTNERSHIP, "Enough"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whatNeverBeganDoesNotEnd() {
        given(REQUESTED)
                .when(new EndPartnership(PARTNERSHIP, "Enough"), as(OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_STATE));
    }

    @Test
    void nobodyElseEndsIt() {
        given(REQUESTED, APPROVED)
                .when(new EndPartnership(PARTNERSHIP, "Enough"), as(STRANGER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void anActivePartnershipOpensASlotRequest() {
        given(REQUESTED, APPROVED)
                .when(requestSlot(LATER), as(HOST_OWNER))
                .expectEvents(new SlotAsked(PARTNERSHIP, REQUEST, EXPIRES), requested(LATER, EXPIRES));
    }

    @Test
    void aRequestWaitsNoLongerThanUntilItsNight() {
        given(REQUESTED, APPROVED)
                .when(requestSlot(NEXT_NIGHT), as(HOST_OWNER))
                .expectEvents(
                        new SlotAsked(PARTNERSHIP, REQUEST, NEXT_NIGHT.from()),
                        requested(NEXT_NIGHT, NEXT_NIGHT.from()));
    }

    @Test
    void askingForASlotTwiceIsOneRequest() {
        given(REQUESTED, APPROVED, new SlotAsked(PARTNERSHIP, REQUEST, EXPIRES))
                .when(requestSlot(LATER), as(HOST_OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void withoutAnActivePartnershipThereIsNoSlot() {
        given(REQUESTED)
                .when(requestSlot(LATER), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_REQUIRED));
        given(REQUESTED, APPROVED, ENDED)
                .when(requestSlot(LATER), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PARTNERSHIP_REQUIRED));
    }

    @Test
    void aPartnershipThatNobodyAskedForOpensNothing() {
        given().when(requestSlot(LATER), as(HOST_OWNER))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.PARTNERSHIP_REQUIRED));
    }

    @Test
    void anotherHostDoesNotUseIt() {
        given(REQUESTED, APPROVED).when(requestSlot(LATER), as(STRANGER)).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aNightThatHasBegunIsNotAskedFor() {
        Period begun = new Period(NOW, NOW.plusSeconds(3600));
        given(REQUESTED, APPROVED)
                .when(requestSlot(begun), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void aSlotHasAnEndWithinReason() {
        Period endless = new Period(LATER.from(), LATER.from().plus(Duration.ofDays(32)));
        given(REQUESTED, APPROVED)
                .when(requestSlot(endless), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void eachHostHasItsOwnPartnership() {
        org.assertj.core.api.Assertions.assertThat(PartnershipId.of(new HostId("host-2"), VENUE))
                .isNotEqualTo(PARTNERSHIP);
    }
}
