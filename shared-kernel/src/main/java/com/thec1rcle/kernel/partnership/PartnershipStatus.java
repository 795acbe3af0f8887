package com.thec1rcle.kernel.partnership;

/** A host's standing with a venue. */
public enum PartnershipStatus {
    REQUESTED,
    ACTIVE,
    REJECTED,
    ENDED,
    BLOCKED
}
