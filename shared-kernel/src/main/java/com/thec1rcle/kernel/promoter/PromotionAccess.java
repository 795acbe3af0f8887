package com.thec1rcle.kernel.promoter;

/** Whether a promoter may sell an event. */
public enum PromotionAccess {
    /** May sell it now. */
    OPEN,
    /** May ask the event's people. */
    ON_REQUEST
}
