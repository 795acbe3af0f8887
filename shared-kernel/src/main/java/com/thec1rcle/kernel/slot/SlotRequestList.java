package com.thec1rcle.kernel.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of slot requests, the newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotRequestList(
        List<SlotRequestView> items, @Nullable String nextCursor) {}
