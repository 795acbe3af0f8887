package com.thec1rcle.api.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.api.security.ActorResolver;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryCommand.UndoScan;
import com.thec1rcle.kernel.entry.EntryQuery.FindScan;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryQuery.ScanFilter;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The door: shows codes, takes scans back, and tells what happened there and what happens. */
@RestController
@RequestMapping("/api/scan")
@Tag(name = "Entry")
class ScanController {
    private static final String FULL = "FULL";

    private final CommandClient commands;
    private final QueryClient queries;
    private final HeadCounts headCounts;
    private final DoorStream stream;
    private final ActorResolver actors;
    private final PersonalData personalData;

    ScanController(
            CommandClient commands,
            QueryClient queries,
            HeadCounts headCounts,
            DoorStream stream,
            ActorResolver actors,
            PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.headCounts = headCounts;
        this.stream = stream;
        this.actors = actors;
        this.personalData = personalData;
    }

    @PostMapping
    @Operation(
            summary = "Show a code at the door. A refusal is a good answer: 200 with admitted false",
            description = """
                    The head count is what the views showed a moment ago; with Prefer: wait it counts this scan too.
                    The warning FULL says that the house holds no more: whether valid tickets still go in is for the
                    manager to say.""")
    Mono<ScanAnswer> scan(@Valid @RequestBody ScanRequest request, Actor actor, NewIds ids) {
        PresentCode command = new PresentCode(
                request.eventId(),
                request.scanId(actor, ids),
                request.code(),
                request.people(),
                request.deviceId(),
                request.way());
        return commands.<EntryVerdict>send(command, actor)
                .zipWhen(verdict -> headCounts.of(request.eventId(), actor))
                // Opening the holder's name may read the vault, which blocks.
                .publishOn(Schedulers.boundedElastic())
                .map(answer -> answer(answer.getT1(), answer.getT2()));
    }

    @GetMapping
    @Operation(summary = "Every attempt at an event's door, latest first; for those who scan there or see its guests")
    Mono<ScanHistory> history(
            @RequestParam EventId eventId,
            @RequestParam(required = false) @Nullable Verdict result,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable DeviceId deviceId,
            @RequestParam(required = false) @Nullable UserId by,
            @RequestParam(required = false) @Nullable TierId tierId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        ScanFilter filter = new ScanFilter(result, direction, deviceId, by, tierId, from, until);
        return queries.get(new FindScans(eventId, filter, cursor, limit, actor), ScanHistory.class, "event");
    }

    @PostMapping("/{scanId}/undo")
    @Operation(
            summary = "Take back what a scan did, within the night; for who manages the venue's staff",
            description = "Undone twice is undone once. A scan that let nobody through cannot be undone.")
    Mono<UndoneScan> undo(
            @PathVariable ScanId scanId, @Valid @RequestBody(required = false) @Nullable Undoing body, Actor actor) {
        return queries.get(new FindScan(scanId, actor), ScanRecord.class, "scan")
                .flatMap(scan -> commands.send(
                        new UndoScan(scan.eventId(), scanId, scan.ticketId(), body == null ? null : body.reason()),
                        actor));
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "How many came, left and were refused, as it happens; for those who scan or see the guests",
            description = "Server-sent events named door: the count at once, and again whenever it has changed.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = DoorCount.class)))
    Flux<ServerSentEvent<DoorCount>> live(@RequestParam EventId eventId, Actor actor, ServerWebExchange exchange) {
        return stream.of(eventId, actor, actors.of(exchange));
    }

    private ScanAnswer answer(EntryVerdict verdict, Optional<HeadCount> heads) {
        AdmittedTicket ticket = verdict.ticket();
        return new ScanAnswer(
                verdict.verdict().admits(),
                verdict.verdict(),
                verdict.scanId(),
                verdict.direction(),
                ticket == null ? null : shown(ticket),
                previous(verdict),
                heads.orElse(null),
                heads.filter(HeadCount::full).isPresent() ? FULL : null);
    }

    private static @Nullable Previous previous(EntryVerdict verdict) {
        EntryAttempt first = verdict.previous();
        return first == null
                ? null
                : new Previous(first.at(), first.scannedBy(), first.deviceId(), verdict.previousGate());
    }

    private ShownTicket shown(AdmittedTicket ticket) {
        Sealed holder = ticket.holder();
        return new ShownTicket(
                ticket.ticketId(),
                ticket.tierName(),
                ticket.entryType(),
                ticket.admits(),
                ticket.admitted(),
                ticket.inside(),
                ticket.left(),
                holder == null
                        ? null
                        : personalData
                                .open(holder, Contact.class)
                                .map(Contact::name)
                                .orElse(null));
    }

    /**
     * A code shown at the door.
     *
     * @param count people who want to pass on it; 1 if absent
     * @param deviceId the device that scans, where it was bound to the venue
     * @param nonce names the attempt: the same code with the same nonce, going the same way, is the same attempt
     * @param direction IN if absent
     */
    record ScanRequest(
            @NotNull EventId eventId,
            @NotBlank @Size(max = 500) String code,

            @Min(1) @Max(10_000) @Schema(example = "1") @Nullable
            Integer count,

            @Nullable DeviceId deviceId,

            @Size(min = 1, max = 200) @Schema(example = "b0b9f1") @Nullable
            String nonce,

            @Schema(example = "IN") @Nullable Direction direction) {
        int people() {
            return count == null ? 1 : count;
        }

        Direction way() {
            return direction == null ? Direction.IN : direction;
        }

        /** The same attempt has the same id; without a device, the nonce is the scanning person's own. */
        ScanId scanId(Actor actor, NewIds ids) {
            if (nonce == null) {
                return new ScanId(ids.next("scan"));
            }
            String device = deviceId == null ? "user:" + actor.userId().value() : "device:" + deviceId.value();
            String kind = way() == Direction.IN ? "scan" : "exit-scan";
            return new ScanId(Identifier.derive(kind, eventId.value(), device, nonce, code));
        }
    }

    record Undoing(
            @Schema(example = "Scanned the wrong guest.") @Nullable @Size(max = 300)
            String reason) {}

    /**
     * The door's answer.
     *
     * @param admitted whether the gate opens, in either direction
     * @param headcount absent when nobody could count just now
     * @param warning FULL when as many are inside as the venue holds, or more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScanAnswer(
            boolean admitted,
            Verdict result,
            ScanId scanId,
            Direction direction,
            @Nullable ShownTicket ticket,
            @Nullable Previous previous,
            @Nullable HeadCount headcount,

            @Schema(allowableValues = FULL) @Nullable String warning) {}

    /**
     * The ticket that the code is of; the holder is absent once erased.
     *
     * @param left people whom it would still let in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownTicket(
            TicketId ticketId,
            String tierName,
            EntryType entryType,
            int admits,
            int admitted,
            int inside,
            int left,
            @Nullable String holder) {}

    /** When, by whom and where the ticket was first admitted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Previous(
            Instant at,
            UserId by,
            @Nullable DeviceId deviceId,
            @Nullable String gate) {}
}
