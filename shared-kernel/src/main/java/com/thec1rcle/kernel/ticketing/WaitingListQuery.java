package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of waiting lists. */
public sealed interface WaitingListQuery {
    /** Who waits for a tier, the first to join first, for the event's people; answers a WaitingListPage. */
    record FindWaitingList(
            EventId eventId,
            TierId tierId,
            Actor viewer,
            @Nullable String cursor,
            int limit) implements WaitingListQuery {}

    /** The viewer's own place, or how the last wait ended; answers a WaitingPlaceView. */
    record FindWaitingPlace(EventId eventId, TierId tierId, Actor viewer) implements WaitingListQuery {}
}
