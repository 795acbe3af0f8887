package com.thec1rcle.kernel.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's wait for a tier.
 *
 * @param position 1 for the first in line; said to the person who waits, while waiting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingPlaceView(
        WaitingListEntryId entryId,
        EventId eventId,
        TierId tierId,
        UserId accountId,
        int quantity,
        WaitingStatus status,
        @Nullable Long position,
        Instant joinedAt,
        @Nullable Instant offeredUntil) {}
