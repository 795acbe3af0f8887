package com.thec1rcle.command.profile;

import static com.thec1rcle.kernel.error.ErrorCode.SLUG_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.SlugCommand.FreeSlug;
import com.thec1rcle.kernel.profile.SlugCommand.ReserveSlug;
import com.thec1rcle.kernel.profile.SlugEvent.SlugFreed;
import com.thec1rcle.kernel.profile.SlugEvent.SlugReserved;
import com.thec1rcle.kernel.profile.SlugId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The reservation of one slug: at most one profile has it. */
@Decider
final class Slug {
    @AggregateIdentifier
    private @Nullable SlugId id;

    private @Nullable ProfileId holder;
    private int reservations;

    Slug() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(ReserveSlug command, Actor actor) throws Refusal {
        actor.requireSystem();
        requireFreeFor(command.profileId());
        // The holder gets a new reservation, so that giving back an older one that is still under way frees nothing.
        apply(new SlugReserved(command.slugId(), command.slug(), command.profileId(), reservations + 1));
        return reservations;
    }

    @CommandHandler
    void decide(FreeSlug command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (command.profileId().equals(holder) && command.reservation() == reservations) {
            apply(new SlugFreed(command.slugId(), command.profileId(), command.reservation()));
        }
    }

    @EventSourcingHandler
    void evolve(SlugReserved event) {
        id = event.slugId();
        holder = event.profileId();
        reservations = event.reservation();
    }

    @EventSourcingHandler
    void evolve(SlugFreed event) {
        holder = null;
    }

    private void requireFreeFor(ProfileId profile) throws Refusal {
        if (holder != null && !holder.equals(profile)) {
            throw new Refusal(SLUG_TAKEN, "Another profile has this slug.");
        }
    }
}
