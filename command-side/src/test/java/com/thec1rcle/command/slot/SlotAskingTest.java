package com.thec1rcle.command.slot;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.slot.AskForSlot;
import com.thec1rcle.kernel.slot.RankedSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import org.junit.jupiter.api.Test;

class SlotAskingTest {
    private static final SlotRequestId DERIVED = SlotRequestId.of(EVENT, 1);

    private final ScriptedGateway gateway = new ScriptedGateway().answer(QueueSlotRequest.class, 2);
    private final SlotAsking asking = new SlotAsking(gateway.commands());

    private static AskForSlot ask(EventId eventId) {
        return new AskForSlot(REQUEST, VENUE, HOST, eventId, NIGHT, "");
    }

    private static SubmissionTerms terms() {
        return new SubmissionTerms(EVENT, EventCreator.host(HOST), VENUE, NIGHT, DERIVED);
    }

    @Test
    void theFirstAskingOpensARequestAndRanksIt() throws Refusal {
        gateway.refuse(DescribeSlotRequest.class, ErrorCode.NOT_FOUND);
        assertThat(asking.ask(ask(null), HOST_OWNER)).isEqualTo(new RankedSlotRequest(REQUEST, 2));
        assertThat(gateway.asked())
                .containsExactly(
                        new DescribeSlotRequest(REQUEST),
                        new RequestSlot(PARTNERSHIP, REQUEST, null, NIGHT, ""),
                        new QueueSlotRequest(VENUE, REQUEST, HOST, null, NIGHT));
        assertThat(gateway.actorOf(RequestSlot.class)).isEqualTo(HOST_OWNER);
        assertThat(gateway.actorOf(QueueSlotRequest.class)).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void anAskingThatWasCutShortGoesOn() throws Refusal {
        gateway.answer(
                DescribeSlotRequest.class,
                new SlotRequestSummary(REQUEST, VENUE, HOST, null, NIGHT, SlotRequestStatus.PENDING));
        assertThat(asking.ask(ask(null), HOST_OWNER).rank()).isEqualTo(2);
        assertThat(gateway.asked()).noneMatch(RequestSlot.class::isInstance);
    }

    @Test
    void whatWasAnsweredSinceDoesNotQueueAgain() throws Refusal {
        gateway.answer(
                DescribeSlotRequest.class,
                new SlotRequestSummary(REQUEST, VENUE, HOST, null, NIGHT, SlotRequestStatus.WITHDRAWN));
        asking.ask(ask(null), HOST_OWNER);
        assertThat(gateway.asked()).containsExactly(new DescribeSlotRequest(REQUEST));
    }

    @Test
    void withAnEventTheEventIsHandedIn() throws Refusal {
        gateway.answer(CheckSubmittable.class, terms()).refuse(DescribeSlotRequest.class, ErrorCode.NOT_FOUND);
        assertThat(asking.ask(ask(EVENT), HOST_OWNER)).isEqualTo(new RankedSlotRequest(DERIVED, 2));
        assertThat(gateway.asked())
                .endsWith(
                        new RequestSlot(PARTNERSHIP, DERIVED, EVENT, NIGHT, ""),
                        new QueueSlotRequest(VENUE, DERIVED, HOST, EVENT, NIGHT),
                        new SubmitEvent(EVENT, DERIVED));
        assertThat(gateway.actorOf(SubmitEvent.class)).isEqualTo(HOST_OWNER);
    }

    @Test
    void theEventsScheduleIsTheSlotThatIsAskedFor() {
        gateway.answer(
                CheckSubmittable.class,
                new SubmissionTerms(EVENT, EventCreator.host(HOST), VENUE, NEXT_NIGHT, DERIVED));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asking.ask(ask(EVENT), HOST_OWNER));
        assertThat(refusal.code()).isEqualTo(ErrorCode.PERIOD_INVALID);
    }

    @Test
    void strangersDoNotAskForAHost() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asking.ask(ask(null), STRANGER));
        assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(gateway.asked()).isEmpty();
    }
}
