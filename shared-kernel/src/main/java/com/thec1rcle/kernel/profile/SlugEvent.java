package com.thec1rcle.kernel.profile;

import org.axonframework.serialization.Revision;

/** What happened to a slug. */
public sealed interface SlugEvent {
    SlugId slugId();

    /** A profile has the slug, by this reservation and no earlier one. */
    @Revision("1")
    record SlugReserved(SlugId slugId, String slug, ProfileId profileId, int reservation) implements SlugEvent {}

    /** Nobody has the slug. */
    @Revision("1")
    record SlugFreed(SlugId slugId, ProfileId profileId, int reservation) implements SlugEvent {}
}
