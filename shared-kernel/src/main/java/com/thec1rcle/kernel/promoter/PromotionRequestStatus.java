package com.thec1rcle.kernel.promoter;

/** Where a promoter's wish to sell an event stands. */
public enum PromotionRequestStatus {
    ASKED,
    GRANTED,
    DECLINED
}
