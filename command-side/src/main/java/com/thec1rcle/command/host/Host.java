package com.thec1rcle.command.host;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostCommand.RegisterHost;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** A brand that builds events at venues, owned by one user. */
@Decider
final class Host {
    @AggregateIdentifier
    private HostId id;

    private UserId ownerId;

    @SuppressWarnings("NullAway.Init") // Its events say what it is.
    Host() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterHost command, Actor actor) throws Refusal {
        if (id == null) {
            apply(new HostRegistered(
                    command.hostId(),
                    actor.userId(),
                    command.name().strip(),
                    command.city().strip()));
        } else if (!actor.userId().equals(ownerId)) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "There is a host of this id already.");
        }
    }

    @EventSourcingHandler
    void evolve(HostRegistered event) {
        id = event.hostId();
        ownerId = event.ownerId();
    }
}
