package com.thec1rcle.kernel.profile;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a profile. */
public sealed interface ProfileCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    ProfileId profileId();

    /** Says something new in words. */
    record WriteProfile(ProfileId profileId, ProfileOwner owner, ProfileText text) implements ProfileCommand {}

    /** Puts the profile under a reserved slug. */
    record AdoptSlug(ProfileId profileId, ProfileOwner owner, String slug) implements ProfileCommand {}
}
