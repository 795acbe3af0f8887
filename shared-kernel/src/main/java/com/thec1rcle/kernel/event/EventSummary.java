package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventSummary(
        EventId eventId,
        EventStatus status,
        String title,
        @Nullable String category,
        @Nullable String city,
        EventCreator creator,
        @Nullable HostId hostId,
        @Nullable String hostName,
        @Nullable VenueId venueId,
        @Nullable String venueName,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant doorsAt,
        @Nullable String cover,
        @Nullable String poster,
        @Nullable Money fromPrice) {}
