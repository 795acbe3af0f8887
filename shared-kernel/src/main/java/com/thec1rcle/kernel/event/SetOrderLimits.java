package com.thec1rcle.kernel.event;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The wizard's limits step as people send it; for an RSVP event every tier is made sure to stay free: refused with RSVP_NOT_FREE. */
public record SetOrderLimits(
        @TargetAggregateIdentifier @RoutingKey EventId eventId, OrderLimits limits, boolean rsvp) {}
