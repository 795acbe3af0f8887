package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a person's tickets. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalletPage(List<WalletTicket> items, @Nullable String nextCursor) {
    public WalletPage {
        items = List.copyOf(items);
    }
}
