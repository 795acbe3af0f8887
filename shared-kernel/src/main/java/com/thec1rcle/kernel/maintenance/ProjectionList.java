package com.thec1rcle.kernel.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All projections, in the order of their names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionList(
        List<ProjectionStatus> items, @Nullable String nextCursor) {}
