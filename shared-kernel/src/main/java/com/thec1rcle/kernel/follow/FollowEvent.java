package com.thec1rcle.kernel.follow;

import com.thec1rcle.kernel.account.UserId;
import org.axonframework.serialization.Revision;

/** What happened to a following. */
public sealed interface FollowEvent {
    FollowId followId();

    /** A user follows. */
    @Revision("1")
    record Followed(FollowId followId, UserId userId, FollowTarget target) implements FollowEvent {}

    /** A user follows no more. */
    @Revision("1")
    record Unfollowed(FollowId followId, UserId userId, FollowTarget target) implements FollowEvent {}
}
