package com.thec1rcle.kernel.profile;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of the reservation of a slug. */
public sealed interface SlugCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    SlugId slugId();

    /** Reserves the slug; refused with SLUG_TAKEN if another profile has it. */
    record ReserveSlug(SlugId slugId, String slug, ProfileId profileId) implements SlugCommand {}

    /** Frees the slug if this profile has it. */
    record FreeSlug(SlugId slugId, ProfileId profileId) implements SlugCommand {}
}
