package com.thec1rcle.command.slot;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.AskForSlot;
import com.thec1rcle.kernel.slot.RankedSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** A host asks for a slot: the partnership opens the request, the calendar gives it its place in line. */
@Conversation
final class SlotAsking {
    private final Commands commands;

    SlotAsking(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    RankedSlotRequest ask(AskForSlot command, Actor actor) throws Refusal {
        actor.requireHost(command.hostId());
        EventId eventId = command.eventId();
        if (eventId == null) {
            return request(command, command.slotRequestId(), actor);
        }
        SubmissionTerms terms = Objects.requireNonNull(commands.ask(new CheckSubmittable(eventId), actor));
        requireSameNight(command, terms);
        RankedSlotRequest ranked = request(command, terms.slotRequestId(), actor);
        commands.ask(new SubmitEvent(eventId, terms.slotRequestId()), actor);
        return ranked;
    }

    private RankedSlotRequest request(AskForSlot command, SlotRequestId id, Actor actor) throws Refusal {
        Optional<SlotRequestSummary> earlier = recall(id, actor);
        if (earlier.isPresent() && earlier.get().status() != SlotRequestStatus.PENDING) {
            // Asked before, and answered since: nobody waits in line for it any more.
            return new RankedSlotRequest(id, 1);
        }
        if (earlier.isEmpty()) {
            PartnershipId partnershipId = PartnershipId.of(command.hostId(), command.venueId());
            commands.ask(
                    new RequestSlot(partnershipId, id, command.eventId(), command.period(), command.notes()), actor);
        }
        Integer rank = commands.ask(
                new QueueSlotRequest(command.venueId(), id, command.hostId(), command.eventId(), command.period()));
        return new RankedSlotRequest(id, Objects.requireNonNull(rank));
    }

    /** The request as an earlier, perhaps interrupted, asking left it. */
    private Optional<SlotRequestSummary> recall(SlotRequestId id, Actor actor) throws Refusal {
        try {
            return Optional.ofNullable(commands.ask(new DescribeSlotRequest(id), actor));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty(); // This is the first time.
            }
            throw refusal;
        }
    }

    private static void requireSameNight(AskForSlot command, SubmissionTerms terms) throws Refusal {
        boolean same = terms.venueId().equals(command.venueId())
                && terms.slot().equals(command.period())
                && terms.creator().equals(EventCreator.host(command.hostId()));
        if (!same) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "The event's schedule names another host, venue or period.");
        }
    }
}
