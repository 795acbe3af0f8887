package com.thec1rcle.kernel.follow;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a following. */
public sealed interface FollowCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    FollowId followId();

    /** Follows; twice is once. */
    record Follow(FollowId followId, FollowTarget target) implements FollowCommand {}

    /** Follows no more; twice is once. */
    record Unfollow(FollowId followId, FollowTarget target) implements FollowCommand {}
}
