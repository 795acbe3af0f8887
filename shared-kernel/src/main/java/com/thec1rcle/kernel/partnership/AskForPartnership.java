package com.thec1rcle.kernel.partnership;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A host asks a venue that exists to work together; answers the partnership's id. */
public record AskForPartnership(
        @TargetAggregateIdentifier @RoutingKey PartnershipId partnershipId,
        HostId hostId,
        VenueId venueId,
        String message) {}
