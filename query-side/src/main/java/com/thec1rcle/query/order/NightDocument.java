package com.thec1rcle.query.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The night that tickets are for, in {@code ticket_nights}. */
record NightDocument(
        @Id String id,
        String title,
        Instant from,
        Instant until,
        Instant doorsAt,
        String city,
        String venueId,
        boolean cancelled,
        long version) {
    static final String COLLECTION = "ticket_nights";

    Night toView(@Nullable PlaceDocument place) {
        return new Night(
                new EventId(id),
                title,
                from,
                until,
                doorsAt,
                cancelled,
                new VenueId(venueId),
                place == null ? null : place.name(),
                place == null ? null : place.address(),
                place == null ? city : place.city(),
                place == null ? null : place.timeZone());
    }
}
