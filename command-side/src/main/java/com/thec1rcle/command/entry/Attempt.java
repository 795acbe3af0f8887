package com.thec1rcle.command.entry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.AttemptEvent;
import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.AttemptEvent.ExitAttemptRefused;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A try at the door that led to no ticket: recorded once, with the verdict it keeps. */
@Decider
final class Attempt {
    @AggregateIdentifier
    private @Nullable ScanId id;

    private VenueId venueId;
    private Verdict verdict;

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    Attempt() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict decide(RecordAttempt command, Actor actor) throws Refusal {
        actor.require(Permission.SCAN_TICKETS, command.attempt().venueId());
        if (id == null) {
            apply(refused(command));
        }
        return verdict;
    }

    @CommandHandler
    Verdict decide(RecallAttempt command, Actor actor) throws Refusal {
        actor.require(Permission.SCAN_TICKETS, venueId);
        return verdict;
    }

    private static AttemptEvent refused(RecordAttempt command) {
        return switch (command.direction()) {
            case IN -> new AttemptRefused(command.scanId(), command.attempt(), command.ticketId(), command.verdict());
            case OUT ->
                new ExitAttemptRefused(command.scanId(), command.attempt(), command.ticketId(), command.verdict());
        };
    }

    @EventSourcingHandler
    void evolve(AttemptRefused event) {
        remember(event.attempt(), event.verdict());
    }

    @EventSourcingHandler
    void evolve(ExitAttemptRefused event) {
        remember(event.attempt(), event.verdict());
    }

    private void remember(EntryAttempt attempt, Verdict said) {
        id = attempt.scanId();
        venueId = attempt.venueId();
        verdict = said;
    }
}
