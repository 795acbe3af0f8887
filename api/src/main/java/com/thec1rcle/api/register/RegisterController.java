package com.thec1rcle.api.register;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.RegisterDay;
import com.thec1rcle.kernel.register.RegisterQuery.FindRegister;
import com.thec1rcle.kernel.register.RegisterQuery.SummariseRegisters;
import com.thec1rcle.kernel.register.RegisterSummary;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Operational registers: what venues write down about their nights. */
@RestController
@RequestMapping("/api/venue/registers")
@Tag(name = "Venue registers")
class RegisterController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final SealedNames names;

    RegisterController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.names = (entryId, name) -> personalData.seal("register:" + entryId.value(), name);
    }

    @GetMapping
    @Operation(summary = "The register of one date (today's if none is named), or with from and to a summary")
    @ApiResponse(
            responseCode = "200",
            description = "A day, or the summary of a range",
            content = @Content(schema = @Schema(oneOf = {RegisterDay.class, RegisterSummary.class})))
    Mono<Object> find(
            @RequestParam VenueId venueId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Actor actor) {
        if (from == null && to == null) {
            return queries.get(new FindRegister(venueId, date, actor), RegisterDay.class, "register")
                    .cast(Object.class);
        }
        if (from == null || to == null || date != null) {
            return Mono.error(new Refusal(
                    ErrorCode.VALIDATION_FAILED, "Ask for one date, or for a range with both from and to."));
        }
        return queries.get(new SummariseRegisters(venueId, from, to, actor), RegisterSummary.class, "register")
                .cast(Object.class);
    }

    @PostMapping
    @Operation(summary = "Enter something; kind says what it is and which fields it has")
    @ApiResponse(responseCode = "201", description = "Entered")
    Mono<ResponseEntity<Entered>> enter(@Valid @RequestBody NewEntry entry, Actor actor, NewIds ids) {
        EntryId entryId = new EntryId(ids.next("entry"));
        URI location = UriComponentsBuilder.fromPath("/api/venue/registers")
                .queryParam("venueId", "{venueId}")
                .queryParam("date", "{date}")
                .encode()
                .buildAndExpand(entry.venueId(), entry.date())
                .toUri();
        // Sealing a name may write to the vault, which blocks.
        return Mono.fromCallable(() -> entry.toCommand(entryId, names))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(command -> commands.<Object>send(command, actor))
                .then(Mono.fromSupplier(() -> ResponseEntity.created(location).body(new Entered(entryId))));
    }

    @PatchMapping
    @Operation(summary = "Act on an entry or close the day; action says which. A correction answers its own entryId")
    @ApiResponse(responseCode = "200", description = "A correction was entered")
    @ApiResponse(responseCode = "204", description = "Done", content = @Content)
    Mono<ResponseEntity<Entered>> change(@Valid @RequestBody EntryChange change, Actor actor, NewIds ids) {
        EntryId newId = new EntryId(ids.next("correction"));
        ResponseEntity<Entered> answer = change instanceof EntryChange.Correct
                ? ResponseEntity.ok(new Entered(newId))
                : ResponseEntity.noContent().build();
        return commands.<Object>send(change.toCommand(newId), actor).thenReturn(answer);
    }

    /** The id of a new entry. */
    record Entered(EntryId entryId) {}
}
