package com.thec1rcle.api.host;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.host.HostCommand.RegisterHost;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.host.HostList;
import com.thec1rcle.kernel.host.HostQuery.FindHost;
import com.thec1rcle.kernel.host.HostQuery.FindHosts;
import com.thec1rcle.kernel.host.HostView;
import com.thec1rcle.kernel.message.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hosts sign up and can be found. */
@RestController
@RequestMapping("/api/hosts")
@Tag(name = "Hosts")
class HostController {
    private final CommandClient commands;
    private final QueryClient queries;

    HostController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewHost(
            @Schema(example = "Night Shift") @NotBlank @Size(max = 120)
            String name,

            @Schema(example = "Mumbai") @NotBlank @Size(max = 120)
            String city) {}

    record HostRegistration(HostId hostId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a host; the caller owns it")
    Mono<ResponseEntity<HostRegistration>> register(@Valid @RequestBody NewHost body, Actor actor, NewIds ids) {
        HostId id = new HostId(ids.next("host"));
        return commands.sendAndAwaitAccess(new RegisterHost(id, body.name(), body.city()), actor)
                .thenReturn(
                        ResponseEntity.created(URI.create("/api/hosts/" + id)).body(new HostRegistration(id)));
    }

    @GetMapping
    @Operation(summary = "List hosts")
    Mono<HostList> list(
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.get(new FindHosts(city, cursor, limit), HostList.class, "host");
    }

    @GetMapping("/{hostId}")
    @Operation(summary = "Show a host")
    Mono<HostView> show(@PathVariable HostId hostId) {
        return queries.get(new FindHost(hostId), HostView.class, "host");
    }
}
