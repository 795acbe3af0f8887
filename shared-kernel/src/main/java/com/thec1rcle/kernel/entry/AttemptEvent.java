package com.thec1rcle.kernel.entry;

import org.axonframework.serialization.Revision;

/** What happened to an attempt that led to no ticket. */
public sealed interface AttemptEvent {
    ScanId scanId();

    /** A code opened nothing. */
    @Revision("1")
    record AttemptRefused(ScanId scanId, EntryAttempt attempt, Verdict verdict) implements AttemptEvent {}
}
