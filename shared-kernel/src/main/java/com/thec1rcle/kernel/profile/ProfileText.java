package com.thec1rcle.kernel.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says, in words.
 *
 * @param links by label, such as {@code instagram}
 */
public record ProfileText(
        @Nullable String name,
        @Nullable String tagline,
        @Nullable String bio,
        @Nullable String city,
        Map<String, String> links,
        List<String> genres,
        @Nullable String openingHours,
        @Nullable String callToAction) {
    /** What a profile says before anybody has written it. */
    public static final ProfileText NOTHING = new ProfileText(null, null, null, null, Map.of(), List.of(), null, null);

    public ProfileText {
        links = Map.copyOf(links);
        genres = List.copyOf(genres);
    }

    /** The same words with the changes made. */
    public ProfileText with(ProfileChanges changes) {
        return new ProfileText(
                changed(name, changes.name()),
                changed(tagline, changes.tagline()),
                changed(bio, changes.bio()),
                changed(city, changes.city()),
                changes.links() == null ? links : changes.links(),
                changes.genres() == null ? genres : changes.genres(),
                changed(openingHours, changes.openingHours()),
                changed(callToAction, changes.callToAction()));
    }

    private static @Nullable String changed(@Nullable String present, @Nullable String change) {
        if (change == null) {
            return present;
        }
        return change.isBlank() ? null : change.strip();
    }
}
