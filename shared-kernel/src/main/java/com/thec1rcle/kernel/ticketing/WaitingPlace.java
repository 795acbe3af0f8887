package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to joining a waiting list.
 *
 * @param position 1 for the first in line; 0 if stock is offered already
 * @param offeredUntil until when stock is offered; absent while waiting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingPlace(
        WaitingListEntryId entryId,
        int quantity,
        int position,
        @Nullable Instant offeredUntil) {}
