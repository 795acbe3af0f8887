package com.thec1rcle.kernel.promoter;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of the reservation of a link code. */
public sealed interface LinkCodeCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    LinkCodeId linkCodeId();

    /** Reserves the code for a link; refused with ALREADY_EXISTS if another link has it. */
    record ReserveLinkCode(LinkCodeId linkCodeId, String code, LinkId linkId) implements LinkCodeCommand {}

    /** Asks which link the code belongs to; refused with PROMOTER_CODE_INVALID; answers a LinkId. */
    record ResolveLinkCode(LinkCodeId linkCodeId) implements LinkCodeCommand {}
}
