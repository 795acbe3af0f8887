package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromotableEvent;
import com.thec1rcle.kernel.promoter.PromotionAccess;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;

/** A published event as promoters need to know it, in {@code promoter_events}. */
record PromotableEventDocument(
        @Id String id,
        String title,
        String city,
        String venueId,
        EventCreator creator,
        Instant from,
        Instant until,
        boolean enabled,
        boolean selected,
        List<String> promoterIds,
        Rate commission,
        Rate discount,
        boolean over,
        long version) {
    static final String COLLECTION = "promoter_events";

    PromotableEvent toView(PromotionAccess access) {
        return new PromotableEvent(
                new EventId(id), title, city, new VenueId(venueId), creator, from, until, commission, discount, access);
    }
}
