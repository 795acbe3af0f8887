package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierId;

/** One tier's part of an order, as its guest sees it: without what the promoter earns. */
public record OrderLineView(
        TierId tierId, String tierName, EntryType entryType, int quantity, Money unitPrice, Money discount, Money net) {
    public static OrderLineView of(OrderLine line) {
        return new OrderLineView(
                line.tierId(),
                line.tierName(),
                line.entryType(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                line.net());
    }
}
