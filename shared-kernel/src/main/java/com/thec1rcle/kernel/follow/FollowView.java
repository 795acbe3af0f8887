package com.thec1rcle.kernel.follow;

import java.time.Instant;

/** One thing that a user follows. */
public record FollowView(FollowTarget.Type targetType, String targetId, Instant since) {}
