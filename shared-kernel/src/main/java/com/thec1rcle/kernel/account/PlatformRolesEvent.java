package com.thec1rcle.kernel.account;

import java.util.Set;
import org.axonframework.serialization.Revision;

/** What happened to a user's platform roles. */
public sealed interface PlatformRolesEvent {
    PlatformRolesId platformRolesId();

    /** A user has exactly these platform roles. */
    @Revision("1")
    record PlatformRolesGranted(
            PlatformRolesId platformRolesId, UserId userId, Set<PlatformRole> roles, UserId grantedBy)
            implements PlatformRolesEvent {}
}
