package com.thec1rcle.kernel.payout;

import org.jspecify.annotations.Nullable;

/** Where a payout goes; travels sealed. */
public record PayoutDestination(
        @Nullable String vpa,
        @Nullable String accountNumber,
        @Nullable String ifsc,
        @Nullable String accountName) {
    private static final int SHORT_ACCOUNT = 8;

    /** Enough to recognise it by, too little to use it. */
    public String masked() {
        if (vpa != null) {
            int at = vpa.indexOf('@');
            return vpa.substring(0, Math.min(2, Math.max(0, at - 1))) + "***" + vpa.substring(Math.max(0, at));
        }
        if (accountNumber != null) {
            int shown = accountNumber.length() < SHORT_ACCOUNT ? 2 : 4;
            return "***" + accountNumber.substring(accountNumber.length() - shown);
        }
        return "***";
    }

    @Override
    public String toString() {
        return "PayoutDestination[...]";
    }
}
