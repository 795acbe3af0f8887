package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * The door's answer to one attempt.
 *
 * @param ticket absent when the code led to none, or to one that does not concern who asks
 * @param previous the first admission, when the ticket had been used too much before
 * @param previousGate name of the device of that admission
 */
public record EntryVerdict(
        ScanId scanId,
        Direction direction,
        Verdict verdict,
        @Nullable AdmittedTicket ticket,
        @Nullable EntryAttempt previous,
        @Nullable String previousGate) {
    /** The same, saying at which gate the first admission was. */
    public EntryVerdict firstAt(String gate) {
        return new EntryVerdict(scanId, direction, verdict, ticket, previous, gate);
    }

    /**
     * The ticket that an attempt was about, as the attempt left it.
     *
     * @param admitted people whom it has admitted
     * @param inside those of them who have not left since
     * @param left people whom it would still let in
     */
    public record AdmittedTicket(
            TicketId ticketId,
            String tierName,
            EntryType entryType,
            int admits,
            int admitted,
            int inside,
            int left,
            @Nullable Sealed holder) {}
}
