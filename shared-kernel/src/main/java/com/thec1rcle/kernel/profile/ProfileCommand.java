package com.thec1rcle.kernel.profile;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a profile. */
public sealed interface ProfileCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    ProfileId profileId();

    /** Asks whether the caller may make these changes; answers a boolean: whether the slug has yet to be reserved. */
    record CheckProfileEditable(
            ProfileId profileId,
            ProfileOwner owner,
            ProfileChanges changes,
            @Nullable String slug) implements ProfileCommand {}

    /** Says something new in words. */
    record WriteProfile(ProfileId profileId, ProfileOwner owner, ProfileChanges changes) implements ProfileCommand {}

    /** Puts the profile under a slug that is reserved for it. */
    record AdoptSlug(ProfileId profileId, ProfileOwner owner, SlugClaim slug) implements ProfileCommand {}
}
