package com.thec1rcle.kernel.slot;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the venue's yes to a slot request: calendar, request and event follow; refused with SLOT_TAKEN if the period has gone. */
public record ApproveSlot(
        @TargetAggregateIdentifier @RoutingKey SlotRequestId slotRequestId) {}
