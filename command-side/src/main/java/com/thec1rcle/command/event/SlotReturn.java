package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import com.thec1rcle.kernel.slot.SlotCommand.WithdrawSlot;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Gives the venue back what an event no longer needs: its booked slot, or its request for one. */
@Process
@ProcessingGroup(SlotReturn.GROUP)
class SlotReturn {
    static final String GROUP = "process-slot-return";

    private final Commands commands;

    SlotReturn(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(EventCancelled event) throws Refusal {
        if (event.venueId() != null && event.bookingId() != null) {
            release(event.venueId(), event.bookingId(), "The event was called off.");
        }
        if (event.slotRequestId() != null) {
            withdraw(event.slotRequestId());
        }
    }

    @EventHandler
    void on(EventApprovalLapsed event) throws Refusal {
        release(event.venueId(), event.bookingId(), "The approval lapsed before publication.");
    }

    @EventHandler
    void on(SlotGivenUp event) throws Refusal {
        release(event.venueId(), event.bookingId(), "The event does not need it any more.");
    }

    private void release(VenueId venue, BookingId booking, String reason) throws Refusal {
        commands.ask(new ReleaseSlot(venue, booking, reason));
    }

    private void withdraw(SlotRequestId request) throws Refusal {
        try {
            commands.ask(new WithdrawSlot(request));
        } catch (Refusal refusal) {
            // The venue has answered in the meantime. A booking reaches the event, which then gives it up.
            if (refusal.code() != ErrorCode.SLOT_REQUEST_CLOSED) {
                throw refusal;
            }
        }
    }
}
