package com.thec1rcle.kernel.profile;

/** Everything one can ask to see of profiles; all of it public. */
public sealed interface ProfileQuery {
    /** The profile of a venue, host or promoter; no answer if there is none of that id. Answers a ProfileView. */
    record FindProfile(ProfileOwner owner) implements ProfileQuery {}

    /** The profile under a slug; answers a ProfileView. */
    record FindProfileBySlug(String slug) implements ProfileQuery {}
}
