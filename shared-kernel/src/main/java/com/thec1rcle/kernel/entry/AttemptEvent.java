package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.ticketing.TicketId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to an attempt that led to no ticket. */
public sealed interface AttemptEvent {
    ScanId scanId();

    EntryAttempt attempt();

    /** A code let nobody in, or, before exits had an event of their own, out; the ticket is the one it names, where its signature is good. */
    @Revision("1")
    record AttemptRefused(
            ScanId scanId, EntryAttempt attempt, @Nullable TicketId ticketId, Verdict verdict)
            implements AttemptEvent {}

    /** A code let nobody out; the ticket is the one it names, where its signature is good. */
    @Revision("1")
    record ExitAttemptRefused(
            ScanId scanId, EntryAttempt attempt, @Nullable TicketId ticketId, Verdict verdict)
            implements AttemptEvent {}
}
