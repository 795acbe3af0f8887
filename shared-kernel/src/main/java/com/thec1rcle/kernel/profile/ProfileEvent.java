package com.thec1rcle.kernel.profile;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a profile. */
public sealed interface ProfileEvent {
    ProfileId profileId();

    /** The profile says something new; the whole of what it says now. */
    @Revision("1")
    record ProfileWritten(ProfileId profileId, ProfileOwner owner, ProfileText text) implements ProfileEvent {}

    /** The profile has another slug; the previous one is to be given back. */
    @Revision("1")
    record SlugAdopted(
            ProfileId profileId,
            ProfileOwner owner,
            SlugClaim slug,
            @Nullable SlugClaim previous) implements ProfileEvent {}
}
