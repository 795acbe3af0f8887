package com.thec1rcle.command.ticketing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.ticketing.CodeStep;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckReturnable;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckTransfer;
import com.thec1rcle.kernel.ticketing.TicketCommand.DescribeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.LetOut;
import com.thec1rcle.kernel.ticketing.TicketCommand.LockTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.RenameHolder;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.TakeBackScan;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.UnlockTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ExitRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketLocked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketUnlocked;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketState;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One right of admission: it alone decides who goes in and out on it, so no race at two gates can open it once more.
 * Of the people it admits, some have been admitted, and some of those have left again; whoever is neither may go in,
 * and whoever has left may come back where the event allows it.
 */
@Decider
@Revision("2") // Of the snapshot: older ones remembered less, so the ticket is read from its events instead.
public final class Ticket {
    /** Refusals remembered so that a repeated attempt is one attempt. Forgetting the older ones can admit nobody twice. */
    private static final int REFUSALS_REMEMBERED = 8;

    /** Comings and goings remembered beyond one for each person: a night's worth for people who smoke. */
    private static final int MOVEMENTS_REMEMBERED = 64;

    /** Codes that a ticket has had when it changes hands no more. */
    private static final int MAX_CODES = 100;

    @AggregateIdentifier
    private TicketId id;

    private EventId eventId;
    private UserId ownerId;
    private String tierName;
    private EntryType entryType;
    private Sealed holder;
    private boolean rotatingCode;
    private int codeGeneration;
    private int admits;

    /** People who were admitted; of them, those who have left. */
    private int admitted;

    private int outside;
    private boolean revoked;

    /** The refund that takes it back just now. */
    private @Nullable RefundId lockedFor;

    private @Nullable EntryAttempt firstAdmission;

    /** Who gave it to its owner; absent while it is its buyer's. */
    private @Nullable UserId givenBy;

    private List<Movement> movements = new ArrayList<>();
    private List<Answer> refusals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    private Ticket() {}

    /** Issues the ticket; its order creates it when it is confirmed. */
    @SuppressWarnings("NullAway.Init") // The event fills the fields.
    public Ticket(TicketIssued issued) {
        apply(issued);
    }

    // ---- in and out --------------------------------------------------------------------------------------------

    @CommandHandler
    EntryVerdict decide(Admit command, Actor actor) throws Refusal {
        EntryAttempt attempt = command.attempt();
        requireScan(attempt, actor);
        if (answerTo(attempt.scanId()).isEmpty()) { // The same attempt again is one attempt.
            Verdict verdict = judge(command);
            if (verdict.admits()) {
                letIn(attempt, command.reEntry() ? Math.min(outside, attempt.count()) : 0);
            } else {
                apply(new AdmissionRefused(id, attempt, verdict));
            }
        }
        return said(attempt.scanId(), command.reEntry());
    }

    @CommandHandler
    EntryVerdict decide(LetOut command, Actor actor) throws Refusal {
        EntryAttempt attempt = command.attempt();
        requireScan(attempt, actor);
        if (answerTo(attempt.scanId()).isEmpty()) {
            Verdict verdict = judge(command);
            if (verdict.admits()) {
                apply(new TicketExited(id, attempt, outside + attempt.count()));
            } else {
                apply(new ExitRefused(id, attempt, verdict));
            }
        }
        return said(attempt.scanId(), command.reEntry());
    }

    @CommandHandler
    UndoneScan decide(TakeBackScan command, Actor actor, Clock clock) throws Refusal {
        actor.require(Permission.MANAGE_STAFF, command.venueId());
        Movement movement = requireMovement(command.scanId(), command.venueId());
        if (!movement.undone()) { // Undone twice is undone once.
            requireInTime(clock.instant(), command.until());
            requireNobodyPassedSince(movement);
            apply(new ScanUndone(
                    id,
                    eventId,
                    command.scanId(),
                    actor.userId(),
                    command.reason(),
                    admitted - movement.came(),
                    outside + movement.returned() - movement.left()));
        }
        return new UndoneScan(command.scanId(), id, admits, admitted, inside());
    }

    @CommandHandler
    void decide(CheckReturnable command, Actor actor) throws Refusal {
        actor.requireSystem();
        requireReturnable(command.buyer(), command.evenIfUsed());
    }

    /** From here on it opens no door, so whoever pays for it pays for a ticket that nobody can use any more. */
    @CommandHandler
    void decide(LockTicket command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (command.refundId().equals(lockedFor)) {
            return; // Locked for this refund already.
        }
        requireReturnable(command.buyer(), command.evenIfUsed());
        apply(new TicketLocked(id, eventId, command.refundId()));
    }

    @CommandHandler
    void decide(UnlockTicket command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!revoked && command.refundId().equals(lockedFor)) {
            apply(new TicketUnlocked(id, eventId, command.refundId()));
        }
    }

    @CommandHandler
    void decide(RevokeTicket command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (revoked) {
            return; // Dead is dead.
        }
        apply(new TicketRevoked(id, eventId, command.reason()));
    }

    // ---- changing hands ----------------------------------------------------------------------------------------

    @CommandHandler
    TicketState decide(DescribeTicket command, Actor actor) throws Refusal {
        actor.requireSystem();
        return state();
    }

    @CommandHandler
    TicketState decide(CheckTransfer command, Actor actor) throws Refusal {
        UserId to = command.to();
        if (to == null || !wasGivenTo(to, actor)) {
            requireGivable(actor);
        }
        return state();
    }

    @CommandHandler
    void decide(TransferTicket command, Actor actor) throws Refusal {
        if (wasGivenTo(command.to(), actor)) {
            return; // Giving it twice is giving it once.
        }
        requireGivable(actor);
        if (command.to().equals(ownerId)) {
            throw new Refusal(ErrorCode.RECIPIENT_SELF, "This ticket is yours already.");
        }
        apply(new TicketTransferred(id, eventId, ownerId, command.to(), command.holder(), codeGeneration + 1));
    }

    /** A name is for people to read; no code hangs on it. */
    @CommandHandler
    void decide(RenameHolder command, Actor actor) throws Refusal {
        requireOwner(actor);
        requireAlive();
        apply(new HolderRenamed(id, eventId, command.holder()));
    }

    private boolean wasGivenTo(UserId to, Actor actor) {
        return to.equals(ownerId) && actor.userId().equals(givenBy);
    }

    private void requireGivable(Actor actor) throws Refusal {
        requireOwner(actor);
        requireAlive();
        if (admitted > 0) {
            throw new Refusal(ErrorCode.TICKET_STATE, "Somebody went in on this ticket already.");
        }
        if (codeGeneration >= MAX_CODES) {
            throw new Refusal(ErrorCode.TICKET_STATE, "This ticket has changed hands too often.");
        }
    }

    /** Somebody else's ticket is as good as none: its existence concerns nobody else. */
    private void requireOwner(Actor actor) throws Refusal {
        if (!actor.userId().equals(ownerId)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such ticket.");
        }
    }

    private void requireAlive() throws Refusal {
        if (revoked || lockedFor != null) {
            throw new Refusal(ErrorCode.TICKET_STATE, "This ticket opens no door any more.");
        }
    }

    private TicketState state() {
        return new TicketState(id, eventId, ownerId, admitted, revoked);
    }

    private Verdict judge(Admit command) {
        EntryAttempt attempt = command.attempt();
        Verdict objection = command.objection();
        if (!eventId.equals(attempt.eventId())) {
            return Verdict.WRONG_EVENT;
        }
        if (objection == Verdict.DEVICE_INVALID) {
            return objection;
        }
        if (revoked || lockedFor != null || command.codeGeneration() != codeGeneration) {
            return Verdict.REVOKED;
        }
        if (objection != null) {
            return objection;
        }
        if (rotatingCode && !isFresh(command)) {
            return Verdict.STALE;
        }
        return attempt.count() > left(admitted, inside(), command.reEntry()) ? Verdict.ALREADY_SCANNED : Verdict.VALID;
    }

    private void requireReturnable(UserId buyer, boolean evenIfUsed) throws Refusal {
        if (revoked || lockedFor != null) {
            throw new Refusal(ErrorCode.TICKET_REFUNDED, "This ticket is no longer valid, so it cannot be given back.");
        }
        if (!ownerId.equals(buyer)) {
            throw new Refusal(ErrorCode.TICKET_TRANSFERRED, "This ticket was passed on to somebody else.");
        }
        if (admitted > 0 && !evenIfUsed) {
            throw new Refusal(ErrorCode.TICKET_USED, "Somebody has gone in on this ticket already.");
        }
    }

    private static boolean isFresh(Admit command) {
        CodeStep step = command.codeStep();
        return step != null && step.isFresh(command.attempt().at());
    }

    /** Whoever is inside may leave, whatever has become of the ticket since. */
    private Verdict judge(LetOut command) {
        if (!eventId.equals(command.attempt().eventId())) {
            return Verdict.WRONG_EVENT;
        }
        if (command.objection() != null) {
            return command.objection();
        }
        return command.attempt().count() > inside() ? Verdict.NOT_INSIDE : Verdict.VALID;
    }

    private void letIn(EntryAttempt attempt, int returned) {
        int total = admitted + attempt.count() - returned;
        apply(
                returned == 0
                        ? new TicketAdmitted(id, attempt, total, admits)
                        : new TicketReadmitted(id, attempt, returned, total, outside - returned));
    }

    // ---- answers -----------------------------------------------------------------------------------------------

    private EntryVerdict said(ScanId scanId, boolean reEntry) {
        Answer answer = answerTo(scanId).orElseThrow();
        // Whose ticket it is concerns only its own door.
        boolean concerned = answer.verdict() != Verdict.WRONG_EVENT && answer.verdict() != Verdict.DEVICE_INVALID;
        return new EntryVerdict(
                scanId,
                answer.direction(),
                answer.verdict(),
                concerned ? shown(answer, reEntry) : null,
                answer.previous(),
                null);
    }

    private AdmittedTicket shown(Answer answer, boolean reEntry) {
        int left = left(answer.admitted(), answer.inside(), reEntry);
        return new AdmittedTicket(id, tierName, entryType, admits, answer.admitted(), answer.inside(), left, holder);
    }

    private Optional<Answer> answerTo(ScanId scanId) {
        return Stream.concat(movements.stream().map(Movement::answer), refusals.stream())
                .filter(answer -> answer.scanId().equals(scanId))
                .findFirst();
    }

    private int inside() {
        return admitted - outside;
    }

    private int left(int admittedThen, int insideThen, boolean reEntry) {
        return admits - (reEntry ? insideThen : admittedThen);
    }

    // ---- rules -------------------------------------------------------------------------------------------------

    private static void requireScan(EntryAttempt attempt, Actor actor) throws Refusal {
        actor.require(Permission.SCAN_TICKETS, attempt.venueId());
        if (attempt.count() < 1) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "At least one person must want to pass.");
        }
    }

    private Movement requireMovement(ScanId scanId, VenueId venueId) throws Refusal {
        return movements.stream()
                .filter(movement ->
                        movement.is(scanId) && movement.attempt().venueId().equals(venueId))
                .findFirst()
                .orElseThrow(() -> notUndoable("This scan let nobody through, or too many have passed since."));
    }

    private static void requireInTime(Instant now, Instant until) throws Refusal {
        if (!now.isBefore(until)) {
            throw notUndoable("The night is over; what was scanned stands.");
        }
    }

    private void requireNobodyPassedSince(Movement movement) throws Refusal {
        int there = movement.answer().direction() == Direction.IN ? inside() : outside;
        if (movement.attempt().count() > there) {
            throw notUndoable("People have passed the door on this ticket since; undo that first.");
        }
    }

    private static Refusal notUndoable(String message) {
        return new Refusal(ErrorCode.SCAN_NOT_UNDOABLE, message);
    }

    // ---- what has happened -------------------------------------------------------------------------------------

    @EventSourcingHandler
    void evolve(TicketIssued event) {
        id = event.ticketId();
        eventId = event.eventId();
        ownerId = event.ownerId();
        rotatingCode = event.rotatingCode();
        tierName = event.tierName();
        entryType = event.entryType();
        holder = event.holder();
        codeGeneration = event.codeGeneration();
        admits = event.admits();
    }

    @EventSourcingHandler
    void evolve(TicketAdmitted event) {
        admitted = event.admitted();
        remember(event.attempt(), Direction.IN, 0);
    }

    @EventSourcingHandler
    void evolve(TicketReadmitted event) {
        admitted = event.admitted();
        outside = event.outside();
        remember(event.attempt(), Direction.IN, event.returned());
    }

    @EventSourcingHandler
    void evolve(TicketExited event) {
        outside = event.outside();
        remember(event.attempt(), Direction.OUT, 0);
    }

    @EventSourcingHandler
    void evolve(AdmissionRefused event) {
        remember(event.attempt(), Direction.IN, event.verdict());
    }

    @EventSourcingHandler
    void evolve(ExitRefused event) {
        remember(event.attempt(), Direction.OUT, event.verdict());
    }

    @EventSourcingHandler
    void evolve(ScanUndone event) {
        admitted = event.admitted();
        outside = event.outside();
        movements.replaceAll(movement -> movement.is(event.scanId()) ? movement.takenBack() : movement);
        if (firstAdmission != null && firstAdmission.scanId().equals(event.scanId())) {
            firstAdmission = movements.stream()
                    .filter(movement -> movement.came() > 0 && !movement.undone())
                    .map(Movement::attempt)
                    .findFirst()
                    .orElse(null);
        }
    }

    @EventSourcingHandler
    void evolve(TicketLocked event) {
        lockedFor = event.refundId();
    }

    @EventSourcingHandler
    void evolve(TicketUnlocked event) {
        lockedFor = null;
    }

    @EventSourcingHandler
    void evolve(TicketTransferred event) {
        ownerId = event.to();
        givenBy = event.from();
        holder = event.holder();
        codeGeneration = event.codeGeneration();
    }

    @EventSourcingHandler
    void evolve(HolderRenamed event) {
        holder = event.holder();
    }

    @EventSourcingHandler
    void evolve(TicketRevoked event) {
        revoked = true;
    }

    private void remember(EntryAttempt attempt, Direction direction, int returned) {
        if (firstAdmission == null && direction == Direction.IN) {
            firstAdmission = attempt;
        }
        if (movements.size() >= admits + MOVEMENTS_REMEMBERED) {
            movements.removeFirst();
        }
        Answer answer = new Answer(attempt.scanId(), direction, Verdict.VALID, admitted, inside(), null);
        movements.add(new Movement(attempt, answer, returned, false));
    }

    private void remember(EntryAttempt attempt, Direction direction, Verdict verdict) {
        if (refusals.size() == REFUSALS_REMEMBERED) {
            refusals.removeFirst();
        }
        boolean usedBefore = verdict == Verdict.ALREADY_SCANNED;
        refusals.add(new Answer(
                attempt.scanId(), direction, verdict, admitted, inside(), usedBefore ? firstAdmission : null));
    }

    /**
     * What an attempt was told, and how the ticket stood then.
     *
     * @param previous the first admission, where that is why it was refused
     */
    record Answer(
            ScanId scanId,
            Direction direction,
            Verdict verdict,
            int admitted,
            int inside,
            @Nullable EntryAttempt previous) {}

    /**
     * People who passed.
     *
     * @param returned how many of them came back
     */
    record Movement(EntryAttempt attempt, Answer answer, int returned, boolean undone) {
        boolean is(ScanId scanId) {
            return attempt.scanId().equals(scanId);
        }

        /** People who were admitted for the first time. */
        int came() {
            return answer.direction() == Direction.IN ? attempt.count() - returned : 0;
        }

        /** People who left. */
        int left() {
            return answer.direction() == Direction.OUT ? attempt.count() : 0;
        }

        Movement takenBack() {
            return new Movement(attempt, answer, returned, true);
        }
    }
}
