package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of an event's guest list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuestlistPage(
        List<GuestlistEntry> items, @Nullable String nextCursor) {
    public GuestlistPage {
        items = List.copyOf(items);
    }
}
