package com.thec1rcle.command.ticketing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanId;
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
import com.thec1rcle.kernel.ticketing.TicketCommand.LockTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.RenameHolder;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.UnlockTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketLocked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketUnlocked;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One right of admission: it alone decides how often it opens the door, so no race at two gates can open it once more. */
@Decider
@Revision("2") // Of its snapshots: older ones do not say whose it is.
public final class Ticket {
    /**
     * Refusals remembered so that a repeated attempt is one attempt. The older ones may go: a repeat of them is judged
     * anew, and admits nobody whom the ticket does not admit.
     */
    private static final int REFUSALS_REMEMBERED = 8;

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
    private int admitted;
    private boolean revoked;

    /** The refund that takes it back just now. */
    private @Nullable RefundId lockedFor;

    private @Nullable EntryAttempt firstAdmission;

    /** Who gave it to its owner; absent while it is its buyer's. */
    private @Nullable UserId givenBy;

    /** One for each admission: never more than the ticket admits. */
    private List<Answer> admissions = new ArrayList<>();

    private List<Answer> refusals = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    private Ticket() {}

    /** Issues the ticket; its order creates it when it is confirmed. */
    @SuppressWarnings("NullAway.Init") // The event fills the fields.
    public Ticket(TicketIssued issued) {
        apply(issued);
    }

    @CommandHandler
    EntryVerdict decide(Admit command, Actor actor) throws Refusal {
        EntryAttempt attempt = command.attempt();
        actor.require(Permission.SCAN_TICKETS, attempt.venueId());
        requireSomebody(attempt.count());
        Optional<Answer> before = answerTo(attempt.scanId());
        if (before.isPresent()) {
            return said(before.get()); // The same attempt again is one attempt.
        }
        Verdict verdict = judge(command);
        if (verdict.admits()) {
            apply(new TicketAdmitted(id, attempt, admitted + attempt.count(), admits));
        } else {
            apply(new AdmissionRefused(id, attempt, verdict));
        }
        return said(new Answer(attempt.scanId(), verdict, admitted));
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

    // Changing hands

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
        if (!eventId.equals(command.attempt().eventId())) {
            return Verdict.WRONG_EVENT;
        }
        if (revoked || lockedFor != null || command.eventCancelled() || command.codeGeneration() != codeGeneration) {
            return Verdict.REVOKED;
        }
        if (rotatingCode && !isFresh(command)) {
            return Verdict.STALE;
        }
        return command.attempt().count() > admits - admitted ? Verdict.ALREADY_SCANNED : Verdict.VALID;
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

    private EntryVerdict said(Answer answer) {
        boolean elsewhere = answer.verdict() == Verdict.WRONG_EVENT; // Whose ticket it is concerns only its own door.
        AdmittedTicket shown =
                elsewhere ? null : new AdmittedTicket(id, tierName, entryType, admits, answer.admitted(), holder);
        boolean usedBefore = answer.verdict() == Verdict.ALREADY_SCANNED && answer.admitted() > 0;
        return new EntryVerdict(answer.scanId(), answer.verdict(), shown, usedBefore ? firstAdmission : null);
    }

    private Optional<Answer> answerTo(ScanId scanId) {
        return admissions.stream()
                .filter(answer -> answer.scanId().equals(scanId))
                .findFirst()
                .or(() -> refusals.stream()
                        .filter(answer -> answer.scanId().equals(scanId))
                        .findFirst());
    }

    private static void requireSomebody(int count) throws Refusal {
        if (count < 1) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "At least one person must want to go in.");
        }
    }

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
        if (firstAdmission == null) {
            firstAdmission = event.attempt();
        }
        admissions.add(new Answer(event.attempt().scanId(), Verdict.VALID, admitted));
    }

    @EventSourcingHandler
    void evolve(AdmissionRefused event) {
        if (refusals.size() == REFUSALS_REMEMBERED) {
            refusals.removeFirst();
        }
        refusals.add(new Answer(event.attempt().scanId(), event.verdict(), admitted));
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

    /** What an attempt was told, and how many had gone in by then. */
    record Answer(ScanId scanId, Verdict verdict, int admitted) {}
}
