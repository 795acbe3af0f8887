package com.thec1rcle.kernel.event;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands a draft in: a host's event gets a slot request, a venue's own event gets its slot at once. Answers the id of
 * the slot request, which for a venue's own event names the booking.
 */
public record RequestApproval(
        @TargetAggregateIdentifier @RoutingKey EventId eventId) {}
