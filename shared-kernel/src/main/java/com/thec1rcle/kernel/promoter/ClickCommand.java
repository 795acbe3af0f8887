package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a visitor's clicks for one event. */
public sealed interface ClickCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    ClickTrailId clickTrailId();

    /** Records a click on a link. */
    record RecordClick(
            ClickTrailId clickTrailId,
            LinkId linkId,
            PromoterId promoterId,
            EventId eventId,
            String code,
            String visitor)
            implements ClickCommand {}

    /** Asks for the code of the last click that still counts; answers a String, or null. */
    record FindLastClick(ClickTrailId clickTrailId) implements ClickCommand {}
}
