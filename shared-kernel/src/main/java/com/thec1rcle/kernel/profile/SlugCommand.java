package com.thec1rcle.kernel.profile;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of the reservation of a slug. */
public sealed interface SlugCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    SlugId slugId();

    /** Reserves the slug; answers the number of the reservation; refused with SLUG_TAKEN if another profile has it. */
    record ReserveSlug(SlugId slugId, String slug, ProfileId profileId) implements SlugCommand {}

    /** Frees the slug if this profile has it by this reservation. */
    record FreeSlug(SlugId slugId, ProfileId profileId, int reservation) implements SlugCommand {}
}
