package com.thec1rcle.kernel.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of refunds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundList(List<RefundView> items, @Nullable String nextCursor) {
    public RefundList {
        items = List.copyOf(items);
    }
}
