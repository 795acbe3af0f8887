package com.thec1rcle.kernel.profile;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a profile's words and slug together; refused with SLUG_TAKEN before anything changes.
 *
 * @param slug absent to keep the present one
 */
public record EditProfile(
        @TargetAggregateIdentifier @RoutingKey ProfileId profileId,
        ProfileOwner owner,
        ProfileChanges changes,
        @Nullable String slug) {}
