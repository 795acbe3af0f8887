package com.thec1rcle.api.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The door: shows codes, and the history of what was shown. */
@RestController
@RequestMapping("/api/scan")
@Tag(name = "Entry")
class ScanController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final PersonalData personalData;

    ScanController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.personalData = personalData;
    }

    @PostMapping
    @Operation(summary = "Show a code at the door. A refusal is a good answer: 200 with admitted false")
    Mono<ScanAnswer> scan(@Valid @RequestBody ScanRequest request, Actor actor, NewIds ids) {
        PresentCode command = new PresentCode(
                request.eventId(), request.scanId(actor, ids), request.code(), request.people(), request.deviceId());
        return commands.<EntryVerdict>send(command, actor)
                // Opening the holder's name may read the vault, which blocks.
                .publishOn(Schedulers.boundedElastic())
                .map(this::answer);
    }

    @GetMapping
    @Operation(summary = "Every attempt at an event's door, latest first; for those who scan there or see its guests")
    Mono<ScanHistory> history(
            @RequestParam EventId eventId,
            @RequestParam(required = false) @Nullable Verdict result,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindScans(eventId, result, cursor, limit, actor), ScanHistory.class, "event");
    }

    private ScanAnswer answer(EntryVerdict verdict) {
        AdmittedTicket ticket = verdict.ticket();
        EntryAttempt previous = verdict.previous();
        return new ScanAnswer(
                verdict.verdict().admits(),
                verdict.verdict(),
                verdict.scanId(),
                ticket == null ? null : shown(ticket),
                previous == null ? null : new Previous(previous.at(), previous.scannedBy(), previous.deviceId()));
    }

    private ShownTicket shown(AdmittedTicket ticket) {
        Sealed holder = ticket.holder();
        return new ShownTicket(
                ticket.ticketId(),
                ticket.tierName(),
                ticket.entryType(),
                ticket.admits(),
                ticket.admitted(),
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
     * @param count people who want to go in on it; 1 if absent
     * @param nonce names the attempt: the same code with the same nonce is the same attempt
     * @param direction IN; exit scans are not taken
     */
    record ScanRequest(
            @NotNull EventId eventId,
            @NotBlank @Size(max = 500) String code,

            @Min(1) @Max(10_000) @Schema(example = "1") @Nullable
            Integer count,

            @Nullable DeviceId deviceId,

            @Size(min = 1, max = 200) @Schema(example = "b0b9f1") @Nullable
            String nonce,

            @Pattern(regexp = "IN", message = "This door takes entries only; leave direction out, or say IN.")
            @Schema(
                    allowableValues = {"IN", "OUT"},
                    example = "IN")
            @Nullable
            String direction) {
        int people() {
            return count == null ? 1 : count;
        }

        /** The same attempt has the same id; without a device, the nonce is the scanning person's own. */
        ScanId scanId(Actor actor, NewIds ids) {
            if (nonce == null) {
                return new ScanId(ids.next("scan"));
            }
            String device = deviceId == null ? "user:" + actor.userId().value() : "device:" + deviceId.value();
            return new ScanId(Identifier.derive("scan", eventId.value(), device, nonce, code));
        }
    }

    /** The door's answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScanAnswer(
            boolean admitted,
            Verdict result,
            ScanId scanId,
            @Nullable ShownTicket ticket,
            @Nullable Previous previous) {}

    /** The ticket that the code is of; the holder is absent once erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownTicket(
            TicketId ticketId,
            String tierName,
            EntryType entryType,
            int admits,
            int admitted,
            @Nullable String holder) {}

    /** When, by whom and with which device the ticket was first admitted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Previous(Instant at, UserId by, @Nullable DeviceId deviceId) {}
}
