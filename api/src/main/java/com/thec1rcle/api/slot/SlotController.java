package com.thec1rcle.api.slot;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.AcceptCounterProposal;
import com.thec1rcle.kernel.slot.ApproveSlot;
import com.thec1rcle.kernel.slot.AskForSlot;
import com.thec1rcle.kernel.slot.RankedSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.CounterProposeSlot;
import com.thec1rcle.kernel.slot.SlotCommand.RejectSlot;
import com.thec1rcle.kernel.slot.SlotCommand.WithdrawSlot;
import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequest;
import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequests;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestList;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestView;
import com.thec1rcle.kernel.time.Period;
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
import java.time.Instant;
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

/** A host asks for a period; the venue answers it, or names another. */
@RestController
@RequestMapping("/api/slots")
@Tag(name = "Slots")
class SlotController {
    private final CommandClient commands;
    private final QueryClient queries;

    SlotController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewSlotRequest(
            @NotNull VenueId venueId,
            @NotNull HostId hostId,
            @Nullable EventId eventId,

            @Schema(example = "2026-12-04T15:30:00Z") @NotNull
            Instant from,

            @Schema(example = "2026-12-04T22:30:00Z") @NotNull
            Instant until,

            @Nullable @Size(max = 2000) String notes) {}

    record Approval(@Nullable @Size(max = 2000) String note) {}

    record Rejection(
            @Schema(example = "We have other plans for this night.") @Nullable @Size(max = 2000)
            String reason) {}

    record OtherPeriod(
            @Schema(example = "2026-12-05T15:30:00Z") @NotNull
            Instant from,

            @Schema(example = "2026-12-05T22:30:00Z") @NotNull
            Instant until,

            @Nullable @Size(max = 2000) String note) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a slot; with an event this submits the event")
    Mono<ResponseEntity<RankedSlotRequest>> ask(@Valid @RequestBody NewSlotRequest body, Actor actor, NewIds ids) {
        AskForSlot command = new AskForSlot(
                new SlotRequestId(ids.next("slot-request")),
                body.venueId(),
                body.hostId(),
                body.eventId(),
                new Period(body.from(), body.until()),
                Objects.requireNonNullElse(body.notes(), ""));
        return commands.<RankedSlotRequest>send(command, actor)
                .map(ranked -> ResponseEntity.created(URI.create("/api/slots/" + ranked.slotRequestId()))
                        .body(ranked));
    }

    @GetMapping
    @Operation(summary = "List the requests to a venue, of a host, or of all the caller's")
    Mono<SlotRequestList> list(
            @RequestParam(required = false) @Nullable VenueId venueId,
            @RequestParam(required = false) @Nullable HostId hostId,
            @RequestParam(required = false) @Nullable SlotRequestStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(
                new FindSlotRequests(venueId, hostId, status, cursor, limit, actor),
                SlotRequestList.class,
                "slot request");
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a request to its host and its venue")
    Mono<SlotRequestView> show(@PathVariable SlotRequestId id, Actor actor) {
        return queries.get(new FindSlotRequest(id, actor), SlotRequestView.class, "slot request");
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue says yes; refused with SLOT_TAKEN if the period has gone")
    Mono<Void> approve(
            @PathVariable SlotRequestId id,
            @Valid @RequestBody(required = false) @Nullable Approval body,
            Actor actor) {
        return commands.send(new ApproveSlot(id), actor).then();
    }

    @PostMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue says no")
    Mono<Void> reject(
            @PathVariable SlotRequestId id,
            @Valid @RequestBody(required = false) @Nullable Rejection body,
            Actor actor) {
        String reason = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        return commands.send(new RejectSlot(id, reason), actor).then();
    }

    @PostMapping("/{id}/counter-proposal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The venue names another period")
    Mono<Void> propose(@PathVariable SlotRequestId id, @Valid @RequestBody OtherPeriod body, Actor actor) {
        Period period = new Period(body.from(), body.until());
        String note = Objects.requireNonNullElse(body.note(), "");
        return commands.send(new CounterProposeSlot(id, period, note), actor).then();
    }

    @PostMapping("/{id}/counter-acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The host takes the other period; refused with SLOT_TAKEN if it has gone")
    Mono<Void> accept(
            @PathVariable SlotRequestId id,
            @Valid @RequestBody(required = false) @Nullable Approval body,
            Actor actor) {
        return commands.send(new AcceptCounterProposal(id), actor).then();
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The host takes the request back")
    Mono<Void> withdraw(
            @PathVariable SlotRequestId id,
            @Valid @RequestBody(required = false) @Nullable Rejection body,
            Actor actor) {
        return commands.send(new WithdrawSlot(id), actor).then();
    }
}
