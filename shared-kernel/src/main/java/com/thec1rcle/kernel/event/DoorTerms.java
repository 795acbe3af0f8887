package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the door must know of an event; the answer to {@link EventLifecycleCommand.DescribeDoor}. */
public record DoorTerms(
        EventId eventId,
        EventStatus status,
        @Nullable VenueId venueId,
        @Nullable Period slot,
        @Nullable Instant doorsAt) {}
