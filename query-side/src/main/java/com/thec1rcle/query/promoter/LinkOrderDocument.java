package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.money.Money;
import org.springframework.data.annotation.Id;

/** An order that came by a link, in {@code promoter_link_orders}; its id is the order's. */
record LinkOrderDocument(
        @Id String id, String linkId, int tickets, Money revenue, Money commission, boolean refunded, long version) {
    static final String COLLECTION = "promoter_link_orders";
}
