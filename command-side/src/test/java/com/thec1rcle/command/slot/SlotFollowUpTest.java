package com.thec1rcle.command.slot;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotRejection;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.ExpireSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.RecordSlotApproval;
import com.thec1rcle.kernel.slot.SlotCommand.RejectSlot;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequestExpired;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotEvent.SlotWithdrawn;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.DropSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotFollowUpTest {
    private static final BookingId BOOKING = new BookingId(REQUEST.value());
    private static final Instant LATER = NOW.plusSeconds(3600);

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final Timers timers = mock(Timers.class);
    private final SlotFollowUp followUp = new SlotFollowUp(gateway.commands(), timers);

    private static SlotBooked booked(SlotRequestId requestId, EventId eventId, SlotRequestId... rivals) {
        return new SlotBooked(
                VENUE, BOOKING, requestId, requestId == null ? null : HOST, eventId, NIGHT, LATER, List.of(rivals));
    }

    @Test
    void aRequestIsQueuedAndExpiresInTime() throws Refusal {
        followUp.on(new SlotRequested(REQUEST, PARTNERSHIP, VENUE, HOST, EVENT, NIGHT, "", LATER));
        verify(timers).set("slot-expiry:request-1", LATER, new ExpireSlotRequest(REQUEST));
        assertThat(gateway.asked()).containsExactly(new QueueSlotRequest(VENUE, REQUEST, HOST, EVENT, NIGHT));
    }

    @Test
    void aBookingTellsRequestEventAndRivals() throws Refusal {
        followUp.on(booked(REQUEST, EVENT, RIVAL));
        assertThat(gateway.asked())
                .containsExactly(
                        new RecordSlotApproval(REQUEST, NIGHT, LATER),
                        new RecordSlotBooking(EVENT, BOOKING, NIGHT, LATER),
                        new RejectSlot(RIVAL, "SLOT_TAKEN"));
        verifyNoInteractions(timers);
    }

    @Test
    void theVenuesOwnBookingTellsTheEventOnly() throws Refusal {
        followUp.on(booked(null, EVENT));
        assertThat(gateway.asked()).containsExactly(new RecordSlotBooking(EVENT, BOOKING, NIGHT, LATER));
    }

    @Test
    void aBookingForNoEventLapses() throws Refusal {
        followUp.on(booked(REQUEST, null));
        verify(timers).set("slot-lapse:request-1", LATER, new ReleaseSlot(VENUE, BOOKING, "SLOT_LAPSED"));
    }

    @Test
    void aBookingThatNobodyWantsAnyMoreIsUndoneAndItsRivalsQueueAgain() throws Refusal {
        gateway.refuse(RecordSlotApproval.class, ErrorCode.SLOT_REQUEST_CLOSED)
                .answer(
                        DescribeSlotRequest.class,
                        new SlotRequestSummary(RIVAL, VENUE, HOST, null, NIGHT, SlotRequestStatus.PENDING));
        followUp.on(booked(REQUEST, EVENT, RIVAL));
        assertThat(gateway.asked())
                .containsExactly(
                        new RecordSlotApproval(REQUEST, NIGHT, LATER),
                        new ReleaseSlot(VENUE, BOOKING, "SLOT_REQUEST_CLOSED"),
                        new DescribeSlotRequest(RIVAL),
                        new QueueSlotRequest(VENUE, RIVAL, HOST, null, NIGHT));
    }

    @Test
    void aBookingThatTheEventHasNoUseForGoesBack() throws Refusal {
        gateway.refuse(RecordSlotBooking.class, ErrorCode.EVENT_STATE);
        followUp.on(booked(REQUEST, EVENT));
        assertThat(gateway.asked()).endsWith(new ReleaseSlot(VENUE, BOOKING, "EVENT_STATE"));
    }

    @Test
    void aRivalThatWithdrewMeanwhileIsLeftAlone() throws Refusal {
        gateway.refuse(RejectSlot.class, ErrorCode.SLOT_REQUEST_CLOSED);
        followUp.on(booked(REQUEST, EVENT, RIVAL));
        assertThat(gateway.asked()).endsWith(new RejectSlot(RIVAL, "SLOT_TAKEN"));
    }

    @Test
    void whatWasNotExpectedIsTriedAgainLater() {
        gateway.refuse(RejectSlot.class, ErrorCode.FORBIDDEN);
        assertThatThrownBy(() -> followUp.on(booked(REQUEST, EVENT, RIVAL))).isInstanceOf(Refusal.class);
    }

    @Test
    void anApprovedRequestDoesNotExpire() {
        followUp.on(new SlotApproved(REQUEST, VENUE, HOST, EVENT, NIGHT, LATER));
        verify(timers).cancel("slot-expiry:request-1");
    }

    @Test
    void aCounterProposedRequestLeavesTheLine() throws Refusal {
        followUp.on(new SlotCounterProposed(REQUEST, VENUE, HOST, EVENT, NEXT_NIGHT, ""));
        assertThat(gateway.asked()).containsExactly(new DropSlotRequest(VENUE, REQUEST));
    }

    @Test
    void aRejectionReachesLineAndEvent() throws Refusal {
        followUp.on(new SlotRejected(REQUEST, VENUE, HOST, EVENT, "Other plans"));
        assertThat(gateway.asked())
                .containsExactly(
                        new DropSlotRequest(VENUE, REQUEST), new RecordSlotRejection(EVENT, REQUEST, "Other plans"));
        verify(timers).cancel("slot-expiry:request-1");
    }

    @Test
    void aWithdrawalGivesBackWhatWasBooked() throws Refusal {
        followUp.on(new SlotWithdrawn(REQUEST, VENUE, HOST, EVENT));
        assertThat(gateway.asked())
                .containsExactly(
                        new ReleaseSlot(VENUE, BOOKING, "WITHDRAWN"),
                        new DropSlotRequest(VENUE, REQUEST),
                        new RecordSlotRejection(EVENT, REQUEST, "WITHDRAWN"));
    }

    @Test
    void anExpiryOfARequestWithoutEventTellsNoEvent() throws Refusal {
        followUp.on(new SlotRequestExpired(REQUEST, VENUE, HOST, null));
        assertThat(gateway.asked()).containsExactly(new DropSlotRequest(VENUE, REQUEST));
    }

    @Test
    void anEventThatMovedOnNeedsNoRejection() throws Refusal {
        gateway.refuse(RecordSlotRejection.class, ErrorCode.EVENT_STATE);
        followUp.on(new SlotRequestExpired(REQUEST, VENUE, HOST, EVENT));
        assertThat(gateway.asked()).hasSize(2);
    }
}
