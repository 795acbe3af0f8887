package com.thec1rcle.api.profile;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.profile.EditProfile;
import com.thec1rcle.kernel.profile.ProfileChanges;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfile;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfileBySlug;
import com.thec1rcle.kernel.profile.ProfileView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How venues, hosts and promoters show themselves. */
@RestController
@RequestMapping("/api/profile")
@Tag(name = "Discovery")
class ProfileController {
    private final CommandClient commands;
    private final QueryClient queries;

    ProfileController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record EditRequest(
            @NotNull ProfileOwner.Type type,
            @NotBlank @Size(max = Identifier.MAX_LENGTH) String id,

            @Schema(example = "night-shift", description = "3 to 40 lowercase letters, digits and dashes; unique.")
            @Nullable
            String slug,

            @Schema(example = "Night Shift") @Nullable String name,

            @Schema(example = "Techno until the lights come on") @Nullable
            String tagline,

            @Nullable String bio,
            @Schema(example = "Mumbai") @Nullable String city,

            @Schema(
                    description = "Web addresses by label; replaces all links.",
                    example = "{\"instagram\": \"https://instagram.com/nightshift\"}")
            @Nullable
            Map<@NotNull String, @NotNull String> links,

            @Schema(example = "[\"techno\", \"house\"]", description = "Replaces all genres.") @Nullable
            List<@NotNull String> genres,

            @Schema(example = "Thu-Sun 21:00-04:00") @Nullable
            String openingHours,

            @Schema(example = "Join the guest list") @Nullable
            String callToAction) {
        ProfileOwner owner() {
            Identifier.requireForm(id);
            return new ProfileOwner(type, id);
        }

        ProfileChanges changes() {
            return new ProfileChanges(name, tagline, bio, city, links, genres, openingHours, callToAction);
        }
    }

    @GetMapping
    @Operation(summary = "The profile of a venue, host or promoter, by type and id or by slug")
    Mono<ProfileView> find(
            @RequestParam(required = false) ProfileOwner.@Nullable Type type,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String slug) {
        if (slug != null) {
            return queries.get(new FindProfileBySlug(slug), ProfileView.class, "profile");
        }
        if (type == null || id == null) {
            return Mono.error(
                    new Refusal(ErrorCode.VALIDATION_FAILED, "Ask for a profile by type and id, or by slug."));
        }
        return queries.get(new FindProfile(new ProfileOwner(type, id)), ProfileView.class, "profile");
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Edit a profile", description = """
                    A field that is absent or null stays as it is; blank text, an empty list or an empty object takes \
                    away what was there. A slug that another profile has is refused with SLUG_TAKEN, and then nothing \
                    changes.""")
    Mono<Void> edit(@Valid @RequestBody EditRequest body, Actor actor) {
        ProfileOwner owner = body.owner();
        EditProfile command = new EditProfile(ProfileId.of(owner), owner, body.changes(), body.slug());
        return commands.send(command, actor).then();
    }
}
