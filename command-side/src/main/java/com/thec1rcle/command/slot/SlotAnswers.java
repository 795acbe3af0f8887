package com.thec1rcle.command.slot;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
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
import com.thec1rcle.kernel.venue.CalendarCommand.BookCounterProposal;
import com.thec1rcle.kernel.venue.CalendarCommand.BookRequestedSlot;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;

/**
 * A yes to a slot, by the venue or by the host: the calendar books it, then the request and the event are told. Cut
 * short after the booking, {@link SlotFollowUp} tells them.
 */
@Conversation
final class SlotAnswers {
    private final Commands commands;

    SlotAnswers(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void approve(ApproveSlot command, Actor actor) throws Refusal {
        SlotRequestSummary request =
                Objects.requireNonNull(commands.ask(new CheckApprovable(command.slotRequestId()), actor));
        if (request.status() == SlotRequestStatus.APPROVED) {
            return; // Approving twice is one approval.
        }
        BookedSlot booked = Objects.requireNonNull(
                commands.ask(new BookRequestedSlot(request.venueId(), request.slotRequestId()), actor));
        tell(request, booked);
    }

    @CommandHandler
    void accept(AcceptCounterProposal command, Actor actor) throws Refusal {
        SlotRequestSummary request =
                Objects.requireNonNull(commands.ask(new CheckCounterAcceptable(command.slotRequestId()), actor));
        if (request.status() == SlotRequestStatus.APPROVED) {
            return; // Accepting twice is one acceptance.
        }
        BookedSlot booked = Objects.requireNonNull(commands.ask(new BookCounterProposal(
                request.venueId(), request.slotRequestId(), request.hostId(), request.eventId(), request.period())));
        tell(request, booked);
    }

    private void tell(SlotRequestSummary request, BookedSlot booked) throws Refusal {
        commands.ask(new RecordSlotApproval(request.slotRequestId(), booked.period(), booked.lapsesAt()));
        if (request.eventId() != null) {
            commands.ask(
                    new RecordSlotBooking(request.eventId(), booked.bookingId(), booked.period(), booked.lapsesAt()));
        }
    }
}
