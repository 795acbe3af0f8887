package com.thec1rcle.kernel.event;

/** Where an event stands in its life. */
public enum EventStatus {
    DRAFT,
    SUBMITTED,
    NEEDS_CHANGES,
    APPROVED,
    SCHEDULED,
    LIVE,
    COMPLETED,
    CANCELLED;

    /** Whether anybody may see it in public listings. */
    public boolean isPublic() {
        return this == SCHEDULED || this == LIVE;
    }
}
