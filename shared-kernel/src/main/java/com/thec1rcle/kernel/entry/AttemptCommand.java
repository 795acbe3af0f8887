package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.ticketing.TicketId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask about an attempt that led to no ticket; each answers the first Verdict it got. */
public sealed interface AttemptCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    ScanId scanId();

    /**
     * Records the attempt; the same attempt again answers the first verdict.
     *
     * @param ticketId the ticket that the code names, where its signature is good
     */
    record RecordAttempt(
            ScanId scanId,
            EntryAttempt attempt,
            Direction direction,
            @Nullable TicketId ticketId,
            Verdict verdict) implements AttemptCommand {}

    /** Asks what the attempt was told; refused with NOT_FOUND if it was never made, or led to a ticket. */
    record RecallAttempt(ScanId scanId) implements AttemptCommand {}
}
