package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of those who wait for a tier, and of those whose turn it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingListPage(
        List<WaitingPlaceView> items, @Nullable String nextCursor) {
    public WaitingListPage {
        items = List.copyOf(items);
    }
}
