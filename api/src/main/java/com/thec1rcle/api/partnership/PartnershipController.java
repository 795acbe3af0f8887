package com.thec1rcle.api.partnership;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.AskForPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.ApprovePartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.BlockPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.EndPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RejectPartnership;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipList;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnership;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnerships;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.partnership.PartnershipView;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
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

/** A host asks a venue to work together; the venue answers, and either may end it. */
@RestController
@RequestMapping("/api/partnerships")
@Tag(name = "Partnerships")
class PartnershipController {
    private final CommandClient commands;
    private final QueryClient queries;

    PartnershipController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewPartnership(
            @NotNull HostId hostId,
            @NotNull VenueId venueId,

            @Schema(example = "We bring house on Saturdays.") @Nullable @Size(max = 2000)
            String message) {}

    record Answer(@Nullable @Size(max = 2000) String reason) {
        static final Answer WITHOUT_WORDS = new Answer(null);

        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    record Asked(PartnershipId partnershipId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask a venue to work together")
    Mono<ResponseEntity<Asked>> ask(@Valid @RequestBody NewPartnership body, Actor actor) {
        PartnershipId id = PartnershipId.of(body.hostId(), body.venueId());
        String message = Objects.requireNonNullElse(body.message(), "");
        return commands.send(new AskForPartnership(id, body.hostId(), body.venueId(), message), actor)
                .thenReturn(ResponseEntity.created(URI.create("/api/partnerships/" + id))
                        .body(new Asked(id)));
    }

    @GetMapping
    @Operation(summary = "List the partnerships of a venue, of a host, or of all the caller's")
    Mono<PartnershipList> list(
            @RequestParam(required = false) @Nullable VenueId venueId,
            @RequestParam(required = false) @Nullable HostId hostId,
            @RequestParam(required = false) @Nullable PartnershipStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(
                new FindPartnerships(venueId, hostId, status, cursor, limit, actor),
                PartnershipList.class,
                "partnership");
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a partnership to its two sides")
    Mono<PartnershipView> show(@PathVariable PartnershipId id, Actor actor) {
        return queries.get(new FindPartnership(id, actor), PartnershipView.class, "partnership");
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue says yes")
    Mono<Void> approve(
            @PathVariable PartnershipId id, @Valid @RequestBody(required = false) @Nullable Answer body, Actor actor) {
        return commands.send(new ApprovePartnership(id), actor).then();
    }

    @PostMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue says no")
    Mono<Void> reject(
            @PathVariable PartnershipId id, @Valid @RequestBody(required = false) @Nullable Answer body, Actor actor) {
        return commands.send(new RejectPartnership(id, words(body)), actor).then();
    }

    @PostMapping("/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue wants nothing more to do with the host")
    Mono<Void> block(
            @PathVariable PartnershipId id, @Valid @RequestBody(required = false) @Nullable Answer body, Actor actor) {
        return commands.send(new BlockPartnership(id, words(body)), actor).then();
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Either side ends it; confirmed nights stand")
    Mono<Void> end(
            @PathVariable PartnershipId id, @Valid @RequestBody(required = false) @Nullable Answer body, Actor actor) {
        return commands.send(new EndPartnership(id, words(body)), actor).then();
    }

    private static String words(@Nullable Answer body) {
        return Objects.requireNonNullElse(body, Answer.WITHOUT_WORDS).words();
    }
}
