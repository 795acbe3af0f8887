package com.thec1rcle.api.event;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TierCommand.JoinWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.LeaveWaitingList;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingListPage;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingList;
import com.thec1rcle.kernel.ticketing.WaitingListQuery.FindWaitingPlace;
import com.thec1rcle.kernel.ticketing.WaitingPlace;
import com.thec1rcle.kernel.ticketing.WaitingPlaceView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Waiting for tickets of a tier that is sold out. */
@RestController
@RequestMapping("/api/events/{eventId}/tiers/{tierId}/waiting-list")
@Tag(name = "Waiting lists")
class WaitingListController {
    private final CommandClient commands;
    private final QueryClient queries;

    WaitingListController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewWait(
            @Schema(example = "2") @NotNull @Min(1) @Max(1000)
            Integer quantity,

            @Nullable @Size(min = 1, max = 80) String accessCode) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Wait for tickets; whose turn it is gets a notification and has them set aside for a while",
            description = "Refused with WAITING_LIST_NOT_NEEDED while there are tickets.")
    Mono<ResponseEntity<WaitingPlace>> join(
            @PathVariable EventId eventId,
            @PathVariable TierId tierId,
            @Valid @RequestBody NewWait body,
            Actor actor,
            NewIds ids) {
        WaitingListEntryId entryId = new WaitingListEntryId(ids.next("waiting-list-entry"));
        URI location = URI.create("/api/events/" + eventId + "/tiers/" + tierId + "/waiting-list/mine");
        return commands.<WaitingPlace>send(
                        new JoinWaitingList(tierId, eventId, entryId, body.quantity(), body.accessCode()), actor)
                .map(place -> ResponseEntity.created(location).body(place));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Wait no more, and give up what is set aside")
    Mono<Void> leave(@PathVariable EventId eventId, @PathVariable TierId tierId, Actor actor) {
        return commands.send(new LeaveWaitingList(tierId, eventId), actor).then();
    }

    @GetMapping("/mine")
    @Operation(summary = "One's own place in line, or how the last wait ended")
    Mono<WaitingPlaceView> mine(@PathVariable EventId eventId, @PathVariable TierId tierId, Actor actor) {
        return queries.get(new FindWaitingPlace(eventId, tierId, actor), WaitingPlaceView.class, "place in line");
    }

    @GetMapping
    @Operation(summary = "Who waits, and whose turn it is, for the event's people")
    Mono<WaitingListPage> list(
            @PathVariable EventId eventId,
            @PathVariable TierId tierId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindWaitingList(eventId, tierId, actor, cursor, limit), WaitingListPage.class, "event");
    }
}
