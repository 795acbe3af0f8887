package com.thec1rcle.kernel.order;

/** Which of a person's tickets are looked at, and in what order. */
public enum WalletPart {
    /** All, the newest first. */
    ALL,
    /** Those of nights that are not over, the next night first. */
    UPCOMING,
    /** Those of nights that are over, the last night first. */
    PAST
}
