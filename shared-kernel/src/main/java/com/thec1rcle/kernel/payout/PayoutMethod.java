package com.thec1rcle.kernel.payout;

/** How a payout reaches the promoter. */
public enum PayoutMethod {
    UPI,
    BANK_TRANSFER
}
