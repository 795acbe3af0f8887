package com.thec1rcle.command.entry;

import static java.util.Objects.requireNonNull;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.ticketing.TicketCode;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers a code that is shown at the door: the event says which door it is, the code which ticket, and the ticket
 * whether it opens. Every attempt is recorded once, by the ticket or, where there is none, by itself.
 */
@Conversation
final class EntryControl {
    private final Commands commands;
    private final TicketCodes codes;
    private final Clock clock;

    EntryControl(Commands commands, TicketCodes codes, Clock clock) {
        this.commands = commands;
        this.codes = codes;
        this.clock = clock;
    }

    @CommandHandler
    EntryVerdict handle(PresentCode command, Actor actor) throws Refusal {
        DoorTerms door = answered(commands.ask(new DescribeDoor(command.eventId())));
        EntryAttempt attempt = attemptAt(requireDoorOf(door, actor), command, actor);
        Optional<TicketCode> read = codes.verify(command.code());
        if (read.isEmpty()) {
            return recorded(attempt, null, Verdict.INVALID, actor);
        }
        TicketCode code = read.get();
        if (!code.eventId().equals(command.eventId())) {
            return recorded(attempt, code.ticketId(), Verdict.WRONG_EVENT, actor);
        }
        Optional<Verdict> before = recall(command.scanId(), actor);
        if (before.isPresent()) {
            // The ticket may have been issued since, but the same attempt again gets the first answer.
            return withoutTicket(command.scanId(), before.get());
        }
        boolean cancelled = door.status() == EventStatus.CANCELLED;
        Optional<EntryVerdict> answer =
                ifFound(new Admit(code.ticketId(), attempt, code.generation(), code.step(), cancelled), actor);
        return answer.isPresent()
                ? answer.get()
                : recorded(attempt, code.ticketId(), verdictWithoutTicket(code, cancelled), actor);
    }

    /** The venue at whose door the actor may scan. */
    private static VenueId requireDoorOf(DoorTerms door, Actor actor) throws Refusal {
        VenueId venueId = door.venueId();
        if (venueId == null) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This event has no venue yet, so nobody scans there.");
        }
        actor.require(Permission.SCAN_TICKETS, venueId);
        return venueId;
    }

    private EntryAttempt attemptAt(VenueId venueId, PresentCode command, Actor actor) {
        return new EntryAttempt(
                command.scanId(),
                command.eventId(),
                venueId,
                actor.userId(),
                command.deviceId(),
                command.count(),
                clock.instant());
    }

    private Verdict verdictWithoutTicket(TicketCode code, boolean cancelled) throws Refusal {
        if (cancelled) {
            return Verdict.REVOKED;
        }
        OrderId orderId = code.ticketId().orderId();
        Optional<OrderStatus> order = ifFound(new DescribeOrder(orderId), Actor.SYSTEM);
        return order.filter(EntryControl::neverConfirmed).isPresent() ? Verdict.NOT_CONFIRMED : Verdict.NOT_FOUND;
    }

    private static boolean neverConfirmed(OrderStatus status) {
        return switch (status) {
            case PENDING_PAYMENT, EXPIRED, CANCELLED -> true;
            case CONFIRMED, PARTIALLY_REFUNDED, REFUNDED -> false;
        };
    }

    private Optional<Verdict> recall(ScanId scanId, Actor actor) throws Refusal {
        return ifFound(new RecallAttempt(scanId), actor);
    }

    private EntryVerdict recorded(EntryAttempt attempt, @Nullable TicketId ticketId, Verdict verdict, Actor actor)
            throws Refusal {
        Verdict first = answered(commands.ask(new RecordAttempt(attempt.scanId(), attempt, ticketId, verdict), actor));
        return withoutTicket(attempt.scanId(), first);
    }

    private static EntryVerdict withoutTicket(ScanId scanId, Verdict verdict) {
        return new EntryVerdict(scanId, verdict, null, null);
    }

    /** The answer, or nothing if there is no such thing to ask. */
    private <R> Optional<R> ifFound(Object command, Actor actor) throws Refusal {
        try {
            R answer = answered(commands.ask(command, actor));
            return Optional.of(answer);
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static <R> R answered(@Nullable R answer) {
        return requireNonNull(answer, "Whoever is asked at the door answers.");
    }
}
