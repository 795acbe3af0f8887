package com.thec1rcle.command.slot;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
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
import com.thec1rcle.kernel.venue.VenueId;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Sees every request for a slot through: calendar, request and event end up saying the same. */
@Process
@ProcessingGroup(SlotFollowUp.GROUP)
final class SlotFollowUp {
    static final String GROUP = "process-slot-follow-up";

    private final Commands commands;
    private final Timers timers;

    SlotFollowUp(Commands commands, Timers timers) {
        this.commands = commands;
        this.timers = timers;
    }

    @EventHandler
    void on(SlotRequested event) throws Refusal {
        timers.set(expiry(event.slotRequestId()), event.expiresAt(), new ExpireSlotRequest(event.slotRequestId()));
        commands.ask(new QueueSlotRequest(
                event.venueId(), event.slotRequestId(), event.hostId(), event.eventId(), event.period()));
    }

    @EventHandler
    void on(SlotBooked event) throws Refusal {
        if (!requestTakes(event)) {
            giveBack(event);
            return;
        }
        if (event.eventId() != null) {
            tellEvent(event.eventId(), event);
        } else {
            timers.set(
                    lapse(event.bookingId()),
                    event.lapsesAt(),
                    new ReleaseSlot(event.venueId(), event.bookingId(), ErrorCode.SLOT_LAPSED.name()));
        }
        for (SlotRequestId rival : event.rivals()) {
            reject(rival);
        }
    }

    @EventHandler
    void on(SlotApproved event) {
        timers.cancel(expiry(event.slotRequestId()));
    }

    @EventHandler
    void on(SlotCounterProposed event) throws Refusal {
        commands.ask(new DropSlotRequest(event.venueId(), event.slotRequestId()));
    }

    @EventHandler
    void on(SlotRejected event) throws Refusal {
        close(event.venueId(), event.slotRequestId(), event.eventId(), event.reason());
    }

    @EventHandler
    void on(SlotWithdrawn event) throws Refusal {
        BookingId bookingId = new BookingId(event.slotRequestId().value());
        commands.ask(new ReleaseSlot(event.venueId(), bookingId, SlotRequestStatus.WITHDRAWN.name()));
        timers.cancel(lapse(bookingId));
        close(event.venueId(), event.slotRequestId(), event.eventId(), SlotRequestStatus.WITHDRAWN.name());
    }

    @EventHandler
    void on(SlotRequestExpired event) throws Refusal {
        close(event.venueId(), event.slotRequestId(), event.eventId(), SlotRequestStatus.EXPIRED.name());
    }

    /** Whether the request, if there is one, still wants what was booked for it. */
    private boolean requestTakes(SlotBooked event) throws Refusal {
        if (event.slotRequestId() == null) {
            return true;
        }
        try {
            commands.ask(new RecordSlotApproval(event.slotRequestId(), event.period(), event.lapsesAt()));
            return true;
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SLOT_REQUEST_CLOSED) {
                return false; // Withdrawn or lapsed in the moment of booking.
            }
            throw refusal;
        }
    }

    /** Nobody wants the booking: it is undone, and whom it displaced stands in line again. */
    private void giveBack(SlotBooked event) throws Refusal {
        commands.ask(new ReleaseSlot(event.venueId(), event.bookingId(), ErrorCode.SLOT_REQUEST_CLOSED.name()));
        for (SlotRequestId rival : event.rivals()) {
            SlotRequestSummary request = Objects.requireNonNull(commands.ask(new DescribeSlotRequest(rival)));
            if (request.status() == SlotRequestStatus.PENDING) {
                commands.ask(new QueueSlotRequest(
                        request.venueId(), rival, request.hostId(), request.eventId(), request.period()));
            }
        }
    }

    private void tellEvent(EventId eventId, SlotBooked event) throws Refusal {
        try {
            commands.ask(new RecordSlotBooking(eventId, event.bookingId(), event.period(), event.lapsesAt()));
        } catch (Refusal refusal) {
            ignore(refusal, ErrorCode.EVENT_STATE);
            // The event has another booking and no use for this one.
            commands.ask(new ReleaseSlot(
                    event.venueId(), event.bookingId(), refusal.code().name()));
        }
    }

    private void reject(SlotRequestId rival) throws Refusal {
        try {
            commands.ask(new RejectSlot(rival, SlotRequest.TAKEN));
        } catch (Refusal refusal) {
            // Withdrawn, lapsed or answered meanwhile: there is nothing left to reject.
            ignore(refusal, ErrorCode.SLOT_REQUEST_CLOSED);
        }
    }

    private void close(VenueId venueId, SlotRequestId slotRequestId, @Nullable EventId eventId, String reason)
            throws Refusal {
        timers.cancel(expiry(slotRequestId));
        commands.ask(new DropSlotRequest(venueId, slotRequestId));
        if (eventId == null) {
            return;
        }
        try {
            commands.ask(new RecordSlotRejection(eventId, slotRequestId, reason));
        } catch (Refusal refusal) {
            // The event was cancelled or handed in anew: this request is not its concern any more.
            ignore(refusal, ErrorCode.EVENT_STATE);
        }
    }

    private static void ignore(Refusal refusal, ErrorCode expected) throws Refusal {
        if (refusal.code() != expected) {
            throw refusal;
        }
    }

    private static String expiry(SlotRequestId slotRequestId) {
        return "slot-expiry:" + slotRequestId;
    }

    private static String lapse(BookingId bookingId) {
        return "slot-lapse:" + bookingId;
    }
}
