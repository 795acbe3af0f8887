package com.thec1rcle.kernel.slot;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A host asks for a period: the partnership makes the request and the calendar gives it a rank. With an event it hands
 * that event in. Answers a {@link RankedSlotRequest}.
 */
public record AskForSlot(
        @TargetAggregateIdentifier @RoutingKey SlotRequestId slotRequestId,
        VenueId venueId,
        HostId hostId,
        @Nullable EventId eventId,
        Period period,
        String notes) {}
