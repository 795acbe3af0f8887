package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventList(List<EventSummary> items, @Nullable String nextCursor) {}
