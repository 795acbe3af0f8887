package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a ticket. */
public sealed interface TicketCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    TicketId ticketId();

    /**
     * Admits people on it; answers an EntryVerdict whether it does or not; the same attempt again gets the first answer.
     *
     * @param codeGeneration of the code that was shown; an older one than the ticket's is dead
     * @param codeStep the half minute that the code was shown for, if it is one that changes
     * @param objection what the door itself has against anybody's going in at that moment; absent when it is open
     * @param reEntry whether those who have left may come back
     */
    record Admit(
            TicketId ticketId,
            EntryAttempt attempt,
            int codeGeneration,
            @Nullable CodeStep codeStep,
            @Nullable Verdict objection,
            boolean reEntry)
            implements TicketCommand {}

    /**
     * Notes that people who are inside on it leave; answers an EntryVerdict whether they were or not; the same attempt
     * again gets the first answer.
     *
     * @param objection what the door itself has against the scan; absent when it has nothing
     * @param reEntry whether they may come back
     */
    record LetOut(
            TicketId ticketId,
            EntryAttempt attempt,
            @Nullable Verdict objection,
            boolean reEntry) implements TicketCommand {}

    /**
     * Takes back what a scan did; answers an UndoneScan; refused with SCAN_NOT_UNDOABLE if it did nothing, or people
     * have gone through the door on it since.
     *
     * @param venueId at whose door it was scanned
     * @param until when it is too late
     */
    record TakeBackScan(
            TicketId ticketId,
            ScanId scanId,
            VenueId venueId,
            Instant until,
            @Nullable String reason) implements TicketCommand {}

    /**
     * Asks whether the ticket can be taken back; refused with TICKET_USED, TICKET_TRANSFERRED or TICKET_REFUNDED.
     *
     * @param buyer who paid: a ticket that was passed on is not the buyer's to give back
     */
    record CheckReturnable(TicketId ticketId, UserId buyer, boolean evenIfUsed) implements TicketCommand {}

    /** Closes the door to the ticket while it is being taken back; refused as CheckReturnable is. */
    record LockTicket(TicketId ticketId, RefundId refundId, UserId buyer, boolean evenIfUsed)
            implements TicketCommand {}

    /** The refund came to nothing: the ticket is as it was. */
    record UnlockTicket(TicketId ticketId, RefundId refundId) implements TicketCommand {}

    /** Asks where the ticket stands; answers a TicketState. */
    record DescribeTicket(TicketId ticketId) implements TicketCommand {}

    /**
     * Asks whether the caller may give it away, or has just given it to this person; refused with NOT_FOUND for whom it
     * does not concern, with TICKET_STATE once it is dead or somebody went in on it; answers a TicketState.
     *
     * @param to absent if nobody is known under the address that the caller gave
     */
    record CheckTransfer(TicketId ticketId, @Nullable UserId to) implements TicketCommand {}

    /** Gives the ticket to another person; the code it had is dead; the same again changes nothing. */
    record TransferTicket(TicketId ticketId, UserId to, Sealed holder) implements TicketCommand {}

    /** Writes another name on it; its code stays. */
    record RenameHolder(TicketId ticketId, Sealed holder) implements TicketCommand {}

    /** Kills the ticket. */
    record RevokeTicket(TicketId ticketId, String reason) implements TicketCommand {}
}
