package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * The door's answer to one attempt.
 *
 * @param ticket absent when the code led to none, or to one of another event
 * @param previous the first admission, when the ticket had been used too much before
 */
public record EntryVerdict(
        ScanId scanId,
        Verdict verdict,
        @Nullable AdmittedTicket ticket,
        @Nullable EntryAttempt previous) {
    /** The ticket that an attempt was about. */
    public record AdmittedTicket(
            TicketId ticketId,
            String tierName,
            EntryType entryType,
            int admits,
            int admitted,
            @Nullable Sealed holder) {}
}
