package com.thec1rcle.kernel.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a profile's words. What is absent stays as it is; blank text, an empty map or an empty list
 * takes away what was there; a map or list replaces the whole of the old one.
 *
 * @param links by label, such as {@code instagram}
 */
public record ProfileChanges(
        @Nullable String name,
        @Nullable String tagline,
        @Nullable String bio,
        @Nullable String city,
        @Nullable Map<String, String> links,
        @Nullable List<String> genres,
        @Nullable String openingHours,
        @Nullable String callToAction) {
    public ProfileChanges {
        links = links == null ? null : Map.copyOf(links);
        genres = genres == null ? null : List.copyOf(genres);
    }
}
