package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.event.EventId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask at the door; each answers an EntryVerdict. */
public sealed interface EntryCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    EventId eventId();

    /** Shows a code at the door. */
    record PresentCode(
            EventId eventId,
            ScanId scanId,
            String code,
            int count,
            @Nullable DeviceId deviceId) implements EntryCommand {}
}
