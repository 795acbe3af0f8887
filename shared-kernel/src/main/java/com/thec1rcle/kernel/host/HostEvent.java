package com.thec1rcle.kernel.host;

import com.thec1rcle.kernel.account.UserId;
import org.axonframework.serialization.Revision;

/** What happened to a host. */
public sealed interface HostEvent {
    HostId hostId();

    /** A host signed up. */
    @Revision("1")
    record HostRegistered(HostId hostId, UserId ownerId, String name, String city) implements HostEvent {}
}
