package com.thec1rcle.kernel.slot;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The host takes the venue's other period: calendar, request and event follow; refused with SLOT_TAKEN if it has gone. */
public record AcceptCounterProposal(
        @TargetAggregateIdentifier @RoutingKey SlotRequestId slotRequestId) {}
