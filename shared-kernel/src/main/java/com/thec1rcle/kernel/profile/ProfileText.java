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
    public ProfileText {
        links = Map.copyOf(links);
        genres = List.copyOf(genres);
    }
}
