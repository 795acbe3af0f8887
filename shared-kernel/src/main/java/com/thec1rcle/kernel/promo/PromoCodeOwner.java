package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;

/** Whose promo codes an event's are, and what they can be for. */
public record PromoCodeOwner(EventId eventId, EventCreator creator, List<TierId> tiers) {
    public PromoCodeOwner {
        tiers = List.copyOf(tiers);
    }
}
