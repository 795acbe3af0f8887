package com.thec1rcle.kernel.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the list of venues, by name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VenueList(List<VenueView> items, @Nullable String nextCursor) {}
