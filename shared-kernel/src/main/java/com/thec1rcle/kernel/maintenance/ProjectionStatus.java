package com.thec1rcle.kernel.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands, as the process that answers sees it.
 *
 * @param running whether it handles events
 * @param caughtUp whether it has handled everything there is
 * @param replaying whether it is being rebuilt
 * @param position the position of the last event that every part of it has handled; absent before the first
 * @param head the position of the last event there is; absent while there is none
 * @param lag events between the two at most; absent where positions cannot be compared
 * @param problem what keeps it from going on, absent if nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionStatus(
        String name,
        boolean running,
        boolean caughtUp,
        boolean replaying,
        @Nullable Long position,
        @Nullable Long head,
        @Nullable Long lag,
        @Nullable String problem) {}
