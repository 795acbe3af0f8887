package com.thec1rcle.kernel.follow;

import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of followings. */
public sealed interface FollowQuery {
    /** What the viewer follows, latest first; answers a FollowList. */
    record FindFollows(
            Actor viewer,
            FollowTarget.@Nullable Type targetType,
            @Nullable String cursor,
            int limit) implements FollowQuery {}
}
