package com.thec1rcle.query.profile;

import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.profile.ProfileView;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A profile, fed by its owner (what it signed up as) and by the profile itself (what it says).
 *
 * @param signedUpAs absent until the owner's first event was handled
 */
record ProfileDocument(
        @Id String id,
        ProfileOwner.Type type,
        String ownerId,
        @Nullable String signedUpAs,
        @Nullable String signedUpIn,
        long ownerVersion,
        @Nullable String slug,
        ProfileText text,
        long version) {
    /** A profile of which nothing is known yet. */
    static ProfileDocument blank(String id, ProfileOwner owner) {
        return new ProfileDocument(id, owner.type(), owner.id(), null, null, -1, null, ProfileText.NOTHING, -1);
    }

    ProfileOwner owner() {
        return new ProfileOwner(type, ownerId);
    }

    /** Nothing to see before the owner is known. */
    Optional<ProfileView> toView(long followers) {
        return Optional.ofNullable(signedUpAs)
                .map(name -> new ProfileView(
                        type,
                        ownerId,
                        slug,
                        Objects.requireNonNullElse(text.name(), name),
                        text.tagline(),
                        text.bio(),
                        text.city() == null ? signedUpIn : text.city(),
                        text.links(),
                        text.genres(),
                        text.openingHours(),
                        text.callToAction(),
                        followers));
    }
}
