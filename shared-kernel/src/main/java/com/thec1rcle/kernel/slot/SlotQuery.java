package com.thec1rcle.kernel.slot;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about requests for slots; for their hosts and venues only. */
public sealed interface SlotQuery {
    /** One request. */
    record FindSlotRequest(SlotRequestId slotRequestId, Actor viewer) implements SlotQuery {}

    /** The requests to a venue, of a host, or, with neither, of all the viewer's venues and hosts. */
    record FindSlotRequests(
            @Nullable VenueId venueId,
            @Nullable HostId hostId,
            @Nullable SlotRequestStatus status,
            @Nullable String cursor,
            int limit,
            Actor viewer)
            implements SlotQuery {}
}
