package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of promoters. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromoterList(
        List<PromoterView> items, @Nullable String nextCursor) {}
