package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promoter.PromoterId;

/** The accounts of the books, by name. */
final class Account {
    static final String GATEWAY = "gateway";
    static final String PLATFORM_REVENUE = "platform-revenue";
    static final String GATEWAY_FEES = "gateway-fees";
    static final String TAX_PAYABLE = "tax-payable";
    static final String REFUNDS_PAYABLE = "refunds-payable";
    static final String BANK = "bank";

    private Account() {}

    static String eventPayable(EventId event) {
        return "event-payable:" + event;
    }

    static String promoterPayable(PromoterId promoter) {
        return "promoter-payable:" + promoter;
    }
}
