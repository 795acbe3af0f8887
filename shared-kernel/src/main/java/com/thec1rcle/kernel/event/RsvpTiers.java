package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;

/**
 * The tiers of an event, and the revision of its RSVPs that they are to follow.
 *
 * @param revision rises whenever the event's people change their mind; of two orders to a tier the older one loses
 */
public record RsvpTiers(EventId eventId, long revision, List<TierId> tiers) {
    public RsvpTiers {
        tiers = List.copyOf(tiers);
    }
}
