package com.thec1rcle.kernel.event;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Publishes an event, and answers once its tiers sell; refused as publishing is. */
public record GoPublic(
        @TargetAggregateIdentifier @RoutingKey EventId eventId) {}
