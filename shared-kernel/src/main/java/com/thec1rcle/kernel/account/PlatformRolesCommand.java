package com.thec1rcle.kernel.account;

import java.util.Set;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask about a user's platform roles. */
public sealed interface PlatformRolesCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    PlatformRolesId platformRolesId();

    /** An administrator sets a user's platform roles. */
    record GrantPlatformRoles(PlatformRolesId platformRolesId, UserId userId, Set<PlatformRole> roles)
            implements PlatformRolesCommand {}
}
