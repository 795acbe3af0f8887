package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of commissions, and what all of them add up to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommissionList(
        CommissionTotals totals,
        List<CommissionView> items,
        @Nullable String nextCursor) {}
