package com.thec1rcle.query.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingPlaceView;
import com.thec1rcle.kernel.ticketing.WaitingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One person's wait for a tier, in {@code waiting_list}.
 *
 * @param number the version of the tier at which it began: who has a lower one came before
 */
record WaitingPlaceDocument(
        @Id String id,
        String eventId,
        String tierId,
        String accountId,
        int quantity,
        WaitingStatus status,
        long number,
        Instant joinedAt,
        @Nullable Instant offeredUntil,
        long version) {
    static final String COLLECTION = "waiting_list";

    WaitingPlaceView toView(Instant now, @Nullable Long position) {
        boolean lapsed = status == WaitingStatus.OFFERED && offeredUntil != null && !now.isBefore(offeredUntil);
        return new WaitingPlaceView(
                new WaitingListEntryId(id),
                new EventId(eventId),
                new TierId(tierId),
                new UserId(accountId),
                quantity,
                lapsed ? WaitingStatus.LAPSED : status,
                position,
                joinedAt,
                offeredUntil);
    }
}
