package com.thec1rcle.api.follow;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.follow.FollowCommand.Follow;
import com.thec1rcle.kernel.follow.FollowCommand.Unfollow;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowList;
import com.thec1rcle.kernel.follow.FollowQuery.FindFollows;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfile;
import com.thec1rcle.kernel.profile.ProfileView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Following venues, hosts and promoters. */
@RestController
@RequestMapping("/api/follow")
@Tag(name = "Discovery")
class FollowController {
    private final CommandClient commands;
    private final QueryClient queries;

    FollowController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record FollowRequest(
            @NotNull FollowTarget.Type targetType,
            @NotBlank @Size(max = Identifier.MAX_LENGTH) String targetId) {
        FollowTarget target() {
            return new FollowTarget(targetType, targetId);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow; twice is once")
    Mono<Void> follow(@Valid @RequestBody FollowRequest body, Actor actor) {
        FollowTarget target = body.target();
        Follow command = new Follow(FollowId.of(actor.userId(), target), target);
        return requireKnown(target).then(commands.send(command, actor)).then();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Follow no more; twice is once",
            description = "What is followed no more is named in the body, or by targetType and targetId.")
    Mono<Void> unfollow(
            @Valid @RequestBody(required = false) @Nullable FollowRequest body,
            @RequestParam(required = false) FollowTarget.@Nullable Type targetType,
            @RequestParam(required = false) @Nullable String targetId,
            Actor actor) {
        FollowTarget target = named(body, targetType, targetId);
        if (target == null) {
            return Mono.error(new Refusal(ErrorCode.VALIDATION_FAILED, "Name the target by targetType and targetId."));
        }
        Unfollow command = new Unfollow(FollowId.of(actor.userId(), target), target);
        return commands.send(command, actor).then();
    }

    @GetMapping
    @Operation(summary = "What I follow, latest first")
    Mono<FollowList> follows(
            @RequestParam(required = false) FollowTarget.@Nullable Type targetType,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.ask(new FindFollows(actor, targetType, cursor, limit), FollowList.class);
    }

    /** Every venue, host and promoter has a profile from the day it signs up. */
    private Mono<ProfileView> requireKnown(FollowTarget target) {
        ProfileOwner owner =
                new ProfileOwner(ProfileOwner.Type.valueOf(target.type().name()), target.id());
        return queries.ask(new FindProfile(owner), ProfileView.class)
                .switchIfEmpty(Mono.error(
                        () -> new Refusal(ErrorCode.FOLLOW_TARGET_UNKNOWN, "There is nothing to follow by this id.")));
    }

    private static @Nullable FollowTarget named(
            @Nullable FollowRequest body, FollowTarget.@Nullable Type type, @Nullable String id) {
        if (body != null) {
            return body.target();
        }
        return type == null || id == null ? null : new FollowTarget(type, id);
    }
}
