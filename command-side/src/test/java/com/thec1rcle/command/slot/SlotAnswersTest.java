package com.thec1rcle.command.slot;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.AcceptCounterProposal;
import com.thec1rcle.kernel.slot.ApproveSlot;
import com.thec1rcle.kernel.slot.SlotCommand.CheckApprovable;
import com.thec1rcle.kernel.slot.SlotCommand.CheckCounterAcceptable;
import com.thec1rcle.kernel.slot.SlotCommand.RecordSlotApproval;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.venue.BookedSlot;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.BookCounterProposal;
import com.thec1rcle.kernel.venue.CalendarCommand.BookRequestedSlot;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotAnswersTest {
    private static final BookingId BOOKING = new BookingId(REQUEST.value());
    private static final Instant LAPSES = NOW.plusSeconds(60);
    private static final BookedSlot BOOKED = new BookedSlot(BOOKING, NIGHT, LAPSES);

    private final ScriptedGateway gateway =
            new ScriptedGateway().answer(BookRequestedSlot.class, BOOKED).answer(BookCounterProposal.class, BOOKED);
    private final SlotAnswers answers = new SlotAnswers(gateway.commands());

    private static SlotRequestSummary summary(EventId eventId, SlotRequestStatus status) {
        return new SlotRequestSummary(REQUEST, VENUE, HOST, eventId, NIGHT, status);
    }

    @Test
    void anApprovalTellsCalendarRequestAndEvent() throws Refusal {
        gateway.answer(CheckApprovable.class, summary(EVENT, SlotRequestStatus.PENDING));
        answers.approve(new ApproveSlot(REQUEST), OWNER);
        assertThat(gateway.asked())
                .containsExactly(
                        new CheckApprovable(REQUEST),
                        new BookRequestedSlot(VENUE, REQUEST),
                        new RecordSlotApproval(REQUEST, NIGHT, LAPSES),
                        new RecordSlotBooking(EVENT, BOOKING, NIGHT, LAPSES));
        assertThat(gateway.actorOf(BookRequestedSlot.class)).isEqualTo(OWNER);
        assertThat(gateway.actorOf(RecordSlotApproval.class)).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void aSlotWithoutEventTellsNoEvent() throws Refusal {
        gateway.answer(CheckApprovable.class, summary(null, SlotRequestStatus.PENDING));
        answers.approve(new ApproveSlot(REQUEST), OWNER);
        assertThat(gateway.asked()).noneMatch(RecordSlotBooking.class::isInstance);
    }

    @Test
    void approvingTwiceIsOneApproval() throws Refusal {
        gateway.answer(CheckApprovable.class, summary(EVENT, SlotRequestStatus.APPROVED));
        answers.approve(new ApproveSlot(REQUEST), OWNER);
        assertThat(gateway.asked()).containsExactly(new CheckApprovable(REQUEST));
    }

    @Test
    void aTakenPeriodChangesNothing() {
        gateway.answer(CheckApprovable.class, summary(EVENT, SlotRequestStatus.PENDING))
                .refuse(BookRequestedSlot.class, ErrorCode.SLOT_TAKEN);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> answers.approve(new ApproveSlot(REQUEST), OWNER));
        assertThat(refusal.code()).isEqualTo(ErrorCode.SLOT_TAKEN);
        assertThat(gateway.asked()).noneMatch(RecordSlotApproval.class::isInstance);
    }

    @Test
    void anAcceptedCounterProposalIsBookedInTheNameOfTheSystem() throws Refusal {
        gateway.answer(CheckCounterAcceptable.class, summary(EVENT, SlotRequestStatus.COUNTER_PROPOSED));
        answers.accept(new AcceptCounterProposal(REQUEST), HOST_OWNER);
        assertThat(gateway.asked())
                .containsExactly(
                        new CheckCounterAcceptable(REQUEST),
                        new BookCounterProposal(VENUE, REQUEST, HOST, EVENT, NIGHT),
                        new RecordSlotApproval(REQUEST, NIGHT, LAPSES),
                        new RecordSlotBooking(EVENT, BOOKING, NIGHT, LAPSES));
        assertThat(gateway.actorOf(CheckCounterAcceptable.class)).isEqualTo(HOST_OWNER);
        assertThat(gateway.actorOf(BookCounterProposal.class)).isEqualTo(Actor.SYSTEM);
    }
}
