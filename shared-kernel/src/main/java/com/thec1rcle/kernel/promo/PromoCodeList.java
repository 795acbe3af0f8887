package com.thec1rcle.kernel.promo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of an event's promo codes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromoCodeList(
        List<PromoCodeView> items, @Nullable String nextCursor) {
    public PromoCodeList {
        items = List.copyOf(items);
    }
}
