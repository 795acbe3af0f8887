package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.money.Money;
import org.springframework.data.annotation.Id;

/** Money set aside for a payout, in {@code promoter_reserves}; its id is the payout's. */
record ReserveDocument(@Id String id, String promoterId, Money amount, State state, long version) {
    static final String COLLECTION = "promoter_reserves";

    /** What became of the money. */
    enum State {
        RESERVED,
        RETURNED,
        SPENT
    }
}
