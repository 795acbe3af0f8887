package com.thec1rcle.kernel.host;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a host. */
public sealed interface HostCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    HostId hostId();

    /** Makes the caller the owner of a new host. */
    record RegisterHost(HostId hostId, String name, String city) implements HostCommand {}
}
