package com.thec1rcle.command.follow;

import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.follow.FollowCommand;
import com.thec1rcle.kernel.follow.FollowCommand.Follow;
import com.thec1rcle.kernel.follow.FollowCommand.Unfollow;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.message.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Whether one user follows one target: however often it is said, once. */
@Decider
final class Following {
    @AggregateIdentifier
    private @Nullable FollowId id;

    private boolean following;

    Following() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Follow command, Actor actor) throws Refusal {
        requireOwn(command, command.target(), actor);
        if (!following) {
            apply(new Followed(command.followId(), actor.userId(), command.target()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Unfollow command, Actor actor) throws Refusal {
        requireOwn(command, command.target(), actor);
        if (following) {
            apply(new Unfollowed(command.followId(), actor.userId(), command.target()));
        }
    }

    @EventSourcingHandler
    void evolve(Followed event) {
        id = event.followId();
        following = true;
    }

    @EventSourcingHandler
    void evolve(Unfollowed event) {
        following = false;
    }

    private static void requireOwn(FollowCommand command, FollowTarget target, Actor actor) throws Refusal {
        if (actor.isAnonymous() || !FollowId.of(actor.userId(), target).equals(command.followId())) {
            throw new Refusal(FORBIDDEN, "Everybody follows for themselves.");
        }
    }
}
