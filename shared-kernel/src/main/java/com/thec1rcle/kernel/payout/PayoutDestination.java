package com.thec1rcle.kernel.payout;

import org.jspecify.annotations.Nullable;

/** Where a payout goes; travels sealed. */
public record PayoutDestination(
        @Nullable String vpa,
        @Nullable String accountNumber,
        @Nullable String ifsc,
        @Nullable String accountName) {
    @Override
    public String toString() {
        return "PayoutDestination[...]";
    }
}
