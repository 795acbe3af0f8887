package com.thec1rcle.kernel.entry;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask about an attempt that led to no ticket. */
public sealed interface AttemptCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    ScanId scanId();

    /** Records the attempt; the same attempt again answers the first verdict. */
    record RecordAttempt(ScanId scanId, EntryAttempt attempt, Verdict verdict) implements AttemptCommand {}
}
