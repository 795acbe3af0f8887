package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in full; what only its own people may see is absent for everybody else.
 *
 * @param reEntry whether guests who have left may come back
 * @param rsvp whether it is free and takes one ticket of each account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        EventId eventId,
        EventStatus status,
        EventCreator creator,
        @Nullable HostId hostId,
        @Nullable String hostName,
        @Nullable VenueId venueId,
        @Nullable String venueName,
        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String city,
        @Nullable String ageRule,
        @Nullable String refundPolicy,
        @Nullable String terms,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant doorsAt,
        boolean reEntry,
        OrderLimits limits,
        boolean rsvp,
        @Nullable EventMedia media,
        @Nullable Money fromPrice,
        List<TierView> tiers,
        @Nullable Instant publishedAt,
        @Nullable String cancelReason,
        @Nullable EventBackstage backstage) {}
