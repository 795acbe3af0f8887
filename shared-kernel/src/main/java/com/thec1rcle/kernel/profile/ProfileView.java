package com.thec1rcle.kernel.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a venue, host or promoter shows itself.
 *
 * @param name as the profile says, else as it signed up
 * @param followers how many follow it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileView(
        ProfileOwner.Type type,
        String id,
        @Nullable String slug,
        String name,
        @Nullable String tagline,
        @Nullable String bio,
        @Nullable String city,
        Map<String, String> links,
        List<String> genres,
        @Nullable String openingHours,
        @Nullable String callToAction,
        long followers) {}
