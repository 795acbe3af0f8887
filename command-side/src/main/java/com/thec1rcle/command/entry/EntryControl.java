package com.thec1rcle.command.entry;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.BoundDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.DescribeDevice;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryCommand.UndoScan;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventLifecycleCommand.NoteStrayCode;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.ticketing.TicketCode;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketCommand;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.LetOut;
import com.thec1rcle.kernel.ticketing.TicketCommand.TakeBackScan;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers a code that is shown at the door: the event says which door it is and whether it is open, the device whether
 * it belongs there, the code which ticket, and the ticket whether it opens. Every attempt is recorded once, by the
 * ticket or, where there is none, by itself. Cut short, it leaves an answer that the same attempt gets again.
 */
@Conversation
final class EntryControl {
    private final Commands commands;
    private final TicketCodes codes;
    private final EntrySettings settings;
    private final Clock clock;

    EntryControl(Commands commands, TicketCodes codes, EntrySettings settings, Clock clock) {
        this.commands = commands;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    @CommandHandler
    EntryVerdict handle(PresentCode command, Actor actor) throws Refusal {
        DoorTerms door = doorOf(command.eventId());
        VenueId venueId = requireVenue(door);
        actor.require(Permission.SCAN_TICKETS, venueId);
        EntryAttempt attempt = attemptAt(venueId, command, actor);
        boolean deviceFits = fits(command.deviceId(), venueId);
        Optional<TicketCode> read = codes.verify(command.code());
        if (read.isEmpty()) {
            return recorded(command, attempt, null, deviceFits ? Verdict.INVALID : Verdict.DEVICE_INVALID, actor);
        }
        TicketCode code = read.get();
        if (!code.eventId().equals(command.eventId())) {
            Verdict verdict = deviceFits ? Verdict.WRONG_EVENT : Verdict.DEVICE_INVALID;
            return recorded(command, attempt, code.ticketId(), verdict, actor);
        }
        if (door.strayCodes()) {
            Optional<Verdict> before = ifFound(new RecallAttempt(command.scanId()), actor);
            if (before.isPresent()) {
                // The ticket may have been issued since, but the same attempt again gets the first answer.
                return withoutTicket(command, before.get());
            }
        }
        Optional<EntryVerdict> answer = ifFound(question(command, attempt, code, door, deviceFits), actor);
        return answer.isPresent()
                ? withGate(answer.get())
                : stray(command, attempt, code, deviceFits ? null : Verdict.DEVICE_INVALID, actor);
    }

    @CommandHandler
    UndoneScan handle(UndoScan command, Actor actor) throws Refusal {
        DoorTerms door = doorOf(command.eventId());
        VenueId venueId = requireVenue(door);
        actor.require(Permission.MANAGE_STAFF, venueId);
        Period slot = door.slot();
        TicketId ticketId = command.ticketId();
        if (slot == null || ticketId == null) {
            throw new Refusal(
                    ErrorCode.SCAN_NOT_UNDOABLE, "This scan let nobody through, so there is nothing to undo.");
        }
        Instant until = slot.until().plus(settings.undoGrace());
        return commands.require(new TakeBackScan(ticketId, command.scanId(), venueId, until, command.reason()), actor);
    }

    private DoorTerms doorOf(EventId eventId) throws Refusal {
        return commands.require(new DescribeDoor(eventId));
    }

    private static VenueId requireVenue(DoorTerms door) throws Refusal {
        VenueId venueId = door.venueId();
        if (venueId == null) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This event has no venue yet, so nobody scans there.");
        }
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

    /** Whether what scans is bound to the venue, or nothing needs to be. */
    private boolean fits(@Nullable DeviceId deviceId, VenueId venueId) throws Refusal {
        return deviceId == null
                ? !settings.deviceRequired()
                : device(deviceId)
                        .filter(device -> !device.revoked() && device.venueId().equals(venueId))
                        .isPresent();
    }

    private Optional<BoundDevice> device(DeviceId deviceId) throws Refusal {
        return ifFound(new DescribeDevice(deviceId), Actor.SYSTEM);
    }

    private static TicketCommand question(
            PresentCode command, EntryAttempt attempt, TicketCode code, DoorTerms door, boolean deviceFits) {
        Verdict stranger = deviceFits ? null : Verdict.DEVICE_INVALID;
        if (command.direction() == Direction.OUT) {
            return new LetOut(code.ticketId(), attempt, stranger, door.reEntry());
        }
        Verdict objection = stranger == null ? door.objectionAt(attempt.at()) : stranger;
        return new Admit(code.ticketId(), attempt, code.generation(), code.step(), objection, door.reEntry());
    }

    /**
     * A good code without a ticket: the event is told before anybody gets an answer, so that from now on attempts at
     * its door are looked up before a ticket is asked. Everywhere else that would be a question too many.
     */
    private EntryVerdict stray(
            PresentCode command, EntryAttempt attempt, TicketCode code, @Nullable Verdict objection, Actor actor)
            throws Refusal {
        commands.ask(new NoteStrayCode(command.eventId()));
        Verdict verdict = objection == null ? verdictWithoutTicket(code) : objection;
        return recorded(command, attempt, code.ticketId(), verdict, actor);
    }

    private Verdict verdictWithoutTicket(TicketCode code) throws Refusal {
        if (doorOf(code.eventId()).status() == EventStatus.CANCELLED) {
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

    private EntryVerdict recorded(
            PresentCode command, EntryAttempt attempt, @Nullable TicketId ticketId, Verdict verdict, Actor actor)
            throws Refusal {
        Verdict first = commands.require(
                new RecordAttempt(attempt.scanId(), attempt, command.direction(), ticketId, verdict), actor);
        return withoutTicket(command, first);
    }

    private static EntryVerdict withoutTicket(PresentCode command, Verdict verdict) {
        return new EntryVerdict(command.scanId(), command.direction(), verdict, null, null, null);
    }

    /** Says at which gate the first admission was. */
    private EntryVerdict withGate(EntryVerdict answer) throws Refusal {
        EntryAttempt previous = answer.previous();
        if (previous == null || previous.deviceId() == null) {
            return answer;
        }
        return device(previous.deviceId())
                .map(BoundDevice::name)
                .map(answer::firstAt)
                .orElse(answer);
    }

    /** The answer, or nothing if there is no such thing to ask. */
    private <R> Optional<R> ifFound(Object command, Actor actor) throws Refusal {
        try {
            return Optional.of(commands.<R>require(command, actor));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
