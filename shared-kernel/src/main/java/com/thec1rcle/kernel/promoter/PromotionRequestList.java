package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of promoters who asked to sell an event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromotionRequestList(
        List<PromotionRequestView> items, @Nullable String nextCursor) {}
