package com.thec1rcle.api.venue;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueCommand.ChangeVenueDetails;
import com.thec1rcle.kernel.venue.VenueCommand.RegisterVenue;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueList;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenue;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenues;
import com.thec1rcle.kernel.venue.VenueView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Venues sign up, say what they are, and can be found. */
@RestController
@RequestMapping("/api/venues")
@Tag(name = "Venues")
class VenueController {
    private final CommandClient commands;
    private final QueryClient queries;

    VenueController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewVenue(
            @Schema(example = "Blue Room") @NotBlank @Size(max = 120)
            String name,

            @Schema(example = "Mumbai") @NotBlank @Size(max = 120)
            String city,

            @Schema(example = "1 Harbour Road") @NotBlank @Size(max = 500)
            String address,

            @Schema(example = "Asia/Kolkata") @NotBlank @Size(max = 60)
            String timeZone,

            @Schema(example = "400") @NotNull @Positive Integer capacity) {}

    record VenueDetails(
            @Nullable @Size(min = 1, max = 120) String name,
            @Nullable @Size(min = 1, max = 120) String city,
            @Nullable @Size(min = 1, max = 500) String address,
            @Nullable @Positive Integer capacity) {}

    record VenueRegistration(VenueId venueId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a venue; the caller owns it")
    Mono<ResponseEntity<VenueRegistration>> register(@Valid @RequestBody NewVenue body, Actor actor, NewIds ids) {
        VenueId id = new VenueId(ids.next("venue"));
        RegisterVenue command =
                new RegisterVenue(id, body.name(), body.city(), body.address(), body.timeZone(), body.capacity());
        return commands.sendAndAwaitAccess(command, actor)
                .thenReturn(
                        ResponseEntity.created(URI.create("/api/venues/" + id)).body(new VenueRegistration(id)));
    }

    @GetMapping
    @Operation(summary = "List venues")
    Mono<VenueList> list(
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.get(new FindVenues(city, cursor, limit), VenueList.class, "venue");
    }

    @GetMapping("/{venueId}")
    @Operation(summary = "Show a venue")
    Mono<VenueView> show(@PathVariable VenueId venueId) {
        return queries.get(new FindVenue(venueId), VenueView.class, "venue");
    }

    @PatchMapping("/{venueId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change a venue's details; what is absent stays")
    Mono<Void> change(@PathVariable VenueId venueId, @Valid @RequestBody VenueDetails body, Actor actor) {
        return commands.send(
                        new ChangeVenueDetails(venueId, body.name(), body.city(), body.address(), body.capacity()),
                        actor)
                .then();
    }
}
