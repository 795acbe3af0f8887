package com.thec1rcle.kernel.profile;

/** Whose profile it is. */
public record ProfileOwner(Type type, String id) {
    /** The kinds of owner. */
    public enum Type {
        VENUE,
        HOST,
        PROMOTER
    }
}
