package com.thec1rcle.kernel.follow;

/** What can be followed. */
public record FollowTarget(Type type, String id) {
    /** The kinds of target. */
    public enum Type {
        VENUE,
        HOST,
        PROMOTER
    }
}
