package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.RequestApproval;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.BookOwnSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Hands a draft in. Every step may be repeated: the slot request and the booking have ids that the event derives. */
@Conversation
class Submission {
    private final Commands commands;

    Submission(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    SlotRequestId handle(RequestApproval command, Actor actor) throws Refusal {
        SubmissionTerms terms =
                Objects.requireNonNull(commands.<SubmissionTerms>ask(new CheckSubmittable(command.eventId()), actor));
        if (terms.creator().isHost()) {
            requestSlot(terms, actor);
        } else {
            bookOwnSlot(terms, actor);
        }
        return terms.slotRequestId();
    }

    private void requestSlot(SubmissionTerms terms, Actor actor) throws Refusal {
        HostId host = new HostId(terms.creator().id());
        SlotRequestStatus status = statusOf(terms.slotRequestId(), actor);
        if (status == null) {
            askPartnership(host, terms, actor);
        }
        if (status == null || status == SlotRequestStatus.PENDING) {
            commands.ask(
                    new QueueSlotRequest(terms.venueId(), terms.slotRequestId(), host, terms.eventId(), terms.slot()));
        }
        commands.ask(new SubmitEvent(terms.eventId(), terms.slotRequestId()), actor);
    }

    /** Where the request stands that an earlier hand-in left behind when it was cut short; absent the first time. */
    private @Nullable SlotRequestStatus statusOf(SlotRequestId request, Actor actor) throws Refusal {
        try {
            SlotRequestSummary earlier = commands.ask(new DescribeSlotRequest(request), actor);
            return earlier == null ? null : earlier.status();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw refusal;
        }
    }

    private void askPartnership(HostId host, SubmissionTerms terms, Actor actor) throws Refusal {
        PartnershipId partnership = PartnershipId.of(host, terms.venueId());
        try {
            commands.ask(new RequestSlot(partnership, terms.slotRequestId(), terms.eventId(), terms.slot(), ""), actor);
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                throw new Refusal(
                        ErrorCode.PARTNERSHIP_REQUIRED,
                        "The host has no partnership with this venue; ask for one first.");
            }
            throw refusal;
        }
    }

    /** The calendar tells the event of the booking too; saying it here means that the answer finds it approved. */
    private void bookOwnSlot(SubmissionTerms terms, Actor actor) throws Refusal {
        BookingId booking = new BookingId(terms.slotRequestId().value());
        commands.ask(new BookOwnSlot(terms.venueId(), booking, terms.eventId(), terms.slot()), actor);
        commands.ask(new SubmitEvent(terms.eventId(), terms.slotRequestId()), actor);
        commands.ask(new RecordSlotBooking(
                terms.eventId(), booking, terms.slot(), terms.slot().from()));
    }
}
