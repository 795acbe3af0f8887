package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;

/** An event that promoters may sell, on its default terms; a tier may have its own. */
public record PromotableEvent(
        EventId eventId,
        String title,
        String city,
        VenueId venueId,
        EventCreator creator,
        Instant from,
        Instant until,
        Rate commission,
        Rate discount,
        PromotionAccess access) {}
