package com.thec1rcle.kernel.profile;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a profile. */
public sealed interface ProfileEvent {
    ProfileId profileId();

    /** The profile says something new. */
    @Revision("1")
    record ProfileWritten(ProfileId profileId, ProfileOwner owner, ProfileText text) implements ProfileEvent {}

    /** The profile has another slug; the old one is free again. */
    @Revision("1")
    record SlugAdopted(
            ProfileId profileId,
            ProfileOwner owner,
            String slug,
            @Nullable String previous) implements ProfileEvent {}
}
