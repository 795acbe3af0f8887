package com.thec1rcle.kernel.order;

import java.util.List;

/** What an order would cost now. */
public record Quote(Amounts amounts, List<OrderLine> lines) {
    public Quote {
        lines = List.copyOf(lines);
    }
}
