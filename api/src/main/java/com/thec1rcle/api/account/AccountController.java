package com.thec1rcle.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.security.Caller;
import com.thec1rcle.api.security.CallerAuthentication;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.PlatformRolesCommand.GrantPlatformRoles;
import com.thec1rcle.kernel.account.PlatformRolesId;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromoterId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who the caller is, and who may run the platform. */
@RestController
@RequestMapping("/api")
@Tag(name = "Accounts")
class AccountController {
    private final CommandClient commands;

    AccountController(CommandClient commands) {
        this.commands = commands;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            UserId userId,
            @Nullable String email,
            @Nullable String name,
            List<PlatformRole> platformRoles,
            List<Membership> venues,
            List<HostId> hosts,
            @Nullable PromoterId promoterId) {}

    record Roles(@Schema(example = "[\"FINANCE\"]") @NotNull Set<@NotNull PlatformRole> roles) {}

    @GetMapping("/me")
    @Operation(summary = "Who am I, and where do I belong")
    Mono<Me> me(@Parameter(hidden = true) CallerAuthentication authentication, Actor actor) {
        Caller caller = authentication.caller();
        return Mono.just(new Me(
                actor.userId(),
                caller.email(),
                caller.name(),
                actor.platformRoles().stream().sorted().toList(),
                actor.venues().entrySet().stream()
                        .map(venue -> new Membership(venue.getKey(), venue.getValue()))
                        .sorted(Comparator.comparing(
                                membership -> membership.venueId().value()))
                        .toList(),
                actor.hosts().stream()
                        .sorted(Comparator.comparing(HostId::value))
                        .toList(),
                actor.promoterId()));
    }

    @PutMapping("/admin/users/{userId}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a user's platform roles (ADMIN)")
    Mono<Void> grant(@PathVariable UserId userId, @Valid @RequestBody Roles body, Actor actor) {
        GrantPlatformRoles command = new GrantPlatformRoles(PlatformRolesId.of(userId), userId, body.roles());
        return commands.sendAndAwaitAccess(command, actor).then();
    }
}
