package com.thec1rcle.api.config;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/** Keeps every event that a process could not handle, and says when it is tried again: later each time, and for ever. */
final class RetryPolicy implements EnqueuePolicy<EventMessage<?>> {
    private static final String TRIES = "tries";
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        int tries = tries(letter) + 1;
        return Decisions.requeue(cause, failed -> failed.diagnostics().and(TRIES, tries));
    }

    /** Whether a letter has waited long enough: 1 s, doubling to about four minutes. */
    static boolean isDue(DeadLetter<?> letter, Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(tries(letter), MOST_DOUBLINGS));
        return !letter.lastTouched().plus(wait).isAfter(now);
    }

    private static int tries(DeadLetter<?> letter) {
        MetaData diagnostics = letter.diagnostics();
        return diagnostics.get(TRIES) instanceof Number tries ? tries.intValue() : 0;
    }
}
