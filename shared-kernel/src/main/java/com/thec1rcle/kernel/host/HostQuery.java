package com.thec1rcle.kernel.host;

import org.jspecify.annotations.Nullable;

/** Everything one can look up about hosts. */
public sealed interface HostQuery {
    /** One host. */
    record FindHost(HostId hostId) implements HostQuery {}

    /** All hosts, or those of a city. */
    record FindHosts(@Nullable String city, @Nullable String cursor, int limit) implements HostQuery {}
}
