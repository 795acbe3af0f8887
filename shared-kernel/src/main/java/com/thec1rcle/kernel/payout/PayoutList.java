package com.thec1rcle.kernel.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of payouts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutList(List<PayoutView> items, @Nullable String nextCursor) {}
