package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of orders. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderPage(List<OrderView> items, @Nullable String nextCursor) {
    public OrderPage {
        items = List.copyOf(items);
    }
}
