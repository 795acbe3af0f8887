package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.privacy.Sealed;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket. */
public sealed interface TicketEvent {
    TicketId ticketId();

    /** A ticket was issued with its order's confirmation. */
    @Revision("1")
    record TicketIssued(
            TicketId ticketId,
            OrderId orderId,
            EventId eventId,
            TierId tierId,
            String tierName,
            EntryType entryType,
            int admits,
            boolean rotatingCode,
            UserId ownerId,
            Sealed holder,
            int codeGeneration)
            implements TicketEvent {}

    /** People went in on it. */
    @Revision("1")
    record TicketAdmitted(TicketId ticketId, EntryAttempt attempt, int admitted, int admits) implements TicketEvent {}

    /** It opened nothing. */
    @Revision("1")
    record AdmissionRefused(TicketId ticketId, EntryAttempt attempt, Verdict verdict) implements TicketEvent {}

    /**
     * People went in on it, some of whom had been inside before.
     *
     * @param returned how many of the attempt's people came back; the others came for the first time
     * @param admitted people whom it has admitted in all
     * @param outside those of them who have left and not come back
     */
    @Revision("1")
    record TicketReadmitted(TicketId ticketId, EntryAttempt attempt, int returned, int admitted, int outside)
            implements TicketEvent {}

    /**
     * People who were inside on it left.
     *
     * @param outside people who have left and not come back
     */
    @Revision("1")
    record TicketExited(TicketId ticketId, EntryAttempt attempt, int outside) implements TicketEvent {}

    /** Nobody could leave on it. */
    @Revision("1")
    record ExitRefused(TicketId ticketId, EntryAttempt attempt, Verdict verdict) implements TicketEvent {}

    /**
     * What a scan did was taken back.
     *
     * @param admitted people whom it has admitted now
     * @param outside those of them who have left and not come back
     */
    @Revision("1")
    record ScanUndone(
            TicketId ticketId,
            EventId eventId,
            ScanId scanId,
            UserId undoneBy,
            @Nullable String reason,
            int admitted,
            int outside)
            implements TicketEvent {}

    /** It opens no door while a refund takes it back. */
    @Revision("1")
    record TicketLocked(TicketId ticketId, EventId eventId, RefundId refundId) implements TicketEvent {}

    /** The refund came to nothing: it is as it was. */
    @Revision("1")
    record TicketUnlocked(TicketId ticketId, EventId eventId, RefundId refundId) implements TicketEvent {}

    /** It is another person's: the codes before this generation are dead. */
    @Revision("1")
    record TicketTransferred(
            TicketId ticketId, EventId eventId, UserId from, UserId to, Sealed holder, int codeGeneration)
            implements TicketEvent {}

    /** Another name is on it. */
    @Revision("1")
    record HolderRenamed(TicketId ticketId, EventId eventId, Sealed holder) implements TicketEvent {}

    /** It was killed. */
    @Revision("1")
    record TicketRevoked(TicketId ticketId, EventId eventId, String reason) implements TicketEvent {}
}
