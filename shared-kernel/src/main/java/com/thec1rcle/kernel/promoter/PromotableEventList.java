package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of events for promoters. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromotableEventList(
        List<PromotableEvent> items, @Nullable String nextCursor) {}
