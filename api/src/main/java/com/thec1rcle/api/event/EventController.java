package com.thec1rcle.api.event;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ArrangePromoters;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AttachMedia;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CancelEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckReadiness;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CompleteEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DraftEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ScheduleEvent;
import com.thec1rcle.kernel.event.EventList;
import com.thec1rcle.kernel.event.EventMedia;
import com.thec1rcle.kernel.event.EventQuery.FindEvent;
import com.thec1rcle.kernel.event.EventQuery.FindOwnEvents;
import com.thec1rcle.kernel.event.EventQuery.FindPublicEvents;
import com.thec1rcle.kernel.event.EventSort;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.EventView;
import com.thec1rcle.kernel.event.GoPublic;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.Readiness;
import com.thec1rcle.kernel.event.RequestApproval;
import com.thec1rcle.kernel.event.SetOrderLimits;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A night from its first draft to its end, and what the public sees of it. */
@RestController
@RequestMapping("/api/events")
@Tag(name = "Events")
class EventController {
    private final CommandClient commands;
    private final QueryClient queries;

    EventController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Schema(name = "NewEventCreator")
    record Creator(
            @NotNull EventCreator.Type type,

            @Schema(example = "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10") @NotBlank @Size(max = 200)
            String id) {}

    record NewEvent(
            @NotNull @Valid Creator creator,

            @Schema(example = "Monsoon Nights") @NotBlank @Size(max = 120)
            String title) {}

    record Details(
            @Schema(example = "Monsoon Nights") @NotBlank @Size(max = 120)
            String title,

            @Schema(example = "Four rooms of house until the rain stops.") @Nullable @Size(max = 10_000)
            String description,

            @Schema(example = "house") @Nullable @Size(max = 80)
            String category,

            @Schema(example = "Mumbai") @Nullable @Size(max = 80)
            String city,

            @Schema(example = "21+") @Nullable @Size(max = 300)
            String ageRule,

            @Nullable @Size(max = 10_000) String refundPolicy,
            @Nullable @Size(max = 10_000) String terms) {}

    record Schedule(
            @NotNull VenueId venueId,

            @Schema(example = "2026-12-04T15:30:00Z") @NotNull
            Instant from,

            @Schema(example = "2026-12-04T22:30:00Z") @NotNull
            Instant until,

            @Schema(description = "Three hours before the slot begins, unless said otherwise.") @Nullable
            Instant doorsAt,

            @Schema(
                    description = "Whether guests who have left may come back; as it was when absent, no at first.",
                    example = "false")
            @Nullable
            Boolean reEntry) {}

    @Schema(example = "{\"minPerOrder\": 1, \"maxPerOrder\": 10, \"maxPerAccount\": 10}")
    record Limits(
            @Nullable @Min(1) Integer minPerOrder,
            @Nullable @Min(1) Integer maxPerOrder,
            @Nullable @Min(1) Integer maxPerAccount,

            @Schema(description = "Free, one ticket of each account: the limits need not be said") @Nullable
            Boolean rsvp) {
        boolean isRsvp() {
            return Boolean.TRUE.equals(rsvp);
        }

        OrderLimits toLimits() throws Refusal {
            if (isRsvp()) {
                return OrderLimits.RSVP;
            }
            if (minPerOrder == null || maxPerOrder == null || maxPerAccount == null) {
                throw invalid("minPerOrder, maxPerOrder and maxPerAccount are said, unless rsvp is true.");
            }
            return new OrderLimits(minPerOrder, maxPerOrder, maxPerAccount);
        }
    }

    @Schema(example = "{\"enabled\": true, \"mode\": \"ALL\", \"commission\": {\"basisPoints\": 1000}}")
    record Promoters(
            @NotNull Boolean enabled,
            PromoterTerms.@Nullable Mode mode,
            @Nullable @Size(max = 1000) Set<PromoterId> promoterIds,
            @Nullable Rate commission,
            @Nullable Rate discount) {}

    @Schema(name = "EventPictures")
    record Media(
            @Nullable @Size(max = 300) String cover,
            @Nullable @Size(max = 300) String poster,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> gallery) {}

    record Cancellation(
            @Schema(example = "The headliner is ill.") @Nullable @Size(max = 1000)
            String reason) {}

    record Drafted(EventId eventId) {}

    record Submitted(SlotRequestId slotRequestId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Start a draft")
    Mono<ResponseEntity<Drafted>> draft(@Valid @RequestBody NewEvent body, Actor actor, NewIds ids) {
        EventId eventId = new EventId(ids.next("event"));
        EventCreator creator =
                new EventCreator(body.creator().type(), body.creator().id());
        return commands.send(new DraftEvent(eventId, creator, body.title()), actor)
                .thenReturn(ResponseEntity.created(URI.create("/api/events/" + eventId))
                        .body(new Drafted(eventId)));
    }

    @PutMapping("/{id}/details")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The details step")
    Mono<Void> describe(@PathVariable EventId id, @Valid @RequestBody Details body, Actor actor) {
        EventDetails details = new EventDetails(
                body.title().strip(),
                body.description(),
                body.category(),
                body.city(),
                body.ageRule(),
                body.refundPolicy(),
                body.terms());
        return commands.send(new DescribeEvent(id, details), actor).then();
    }

    @PutMapping("/{id}/schedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The schedule step: venue, slot, doors, and whether one may come back")
    Mono<Void> schedule(@PathVariable EventId id, @Valid @RequestBody Schedule body, Actor actor) {
        Period slot = new Period(body.from(), body.until());
        return commands.send(new ScheduleEvent(id, body.venueId(), slot, body.doorsAt(), body.reEntry()), actor)
                .then();
    }

    @PutMapping("/{id}/limits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "How many tickets an order and an account may take, or that it takes RSVPs")
    Mono<Void> limit(@PathVariable EventId id, @Valid @RequestBody Limits body, Actor actor) throws Refusal {
        return commands.send(new SetOrderLimits(id, body.toLimits(), body.isRsvp()), actor)
                .then();
    }

    @PutMapping("/{id}/promoters")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The promoters step: who may sell, for what commission and discount")
    Mono<Void> arrange(@PathVariable EventId id, @Valid @RequestBody Promoters body, Actor actor) {
        ArrangePromoters command = new ArrangePromoters(
                id,
                body.enabled(),
                Objects.requireNonNullElse(body.mode(), PromoterTerms.Mode.ALL),
                Objects.requireNonNullElse(body.promoterIds(), Set.of()),
                body.commission(),
                body.discount());
        return commands.send(command, actor).then();
    }

    @PutMapping("/{id}/media")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The media step: ids of uploaded pictures")
    Mono<Void> attach(@PathVariable EventId id, @Valid @RequestBody Media body, Actor actor) {
        EventMedia media =
                new EventMedia(body.cover(), body.poster(), Objects.requireNonNullElse(body.gallery(), List.of()));
        return commands.send(new AttachMedia(id, media), actor).then();
    }

    @GetMapping("/{id}/readiness")
    @Operation(summary = "What is still missing, step by step")
    Mono<Readiness> readiness(@PathVariable EventId id, Actor actor) {
        return commands.send(new CheckReadiness(id), actor);
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Hand the draft in: the venue gets a request for its slot; its own event gets the slot at once")
    Mono<Submitted> submit(@PathVariable EventId id, Actor actor) {
        return commands.<SlotRequestId>send(new RequestApproval(id), actor).map(Submitted::new);
    }

    @PostMapping("/{id}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Open the event to the public, and its sales; refused with EVENT_NOT_READY while rules are unmet")
    Mono<Void> publish(@PathVariable EventId id, Actor actor) {
        return commands.send(new GoPublic(id), actor).then();
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Call the event off: its slot is released, sales close, paid orders are refunded")
    Mono<Void> cancel(
            @PathVariable EventId id, @Valid @RequestBody(required = false) @Nullable Cancellation body, Actor actor) {
        String reason = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        return commands.send(new CancelEvent(id, reason), actor).then();
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a live event before its slot does")
    Mono<Void> complete(@PathVariable EventId id, Actor actor) {
        return commands.send(new CompleteEvent(id), actor).then();
    }

    @GetMapping
    @Operation(summary = "List what is on sale or on; with mine=true the caller's own events in all states")
    Mono<EventList> list(
            @RequestParam(required = false) @Nullable String city,
            @Parameter(description = "An instant, or a date in UTC") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "An instant, or a date in UTC") @RequestParam(required = false) @Nullable
                    String to,
            @RequestParam(required = false) @Nullable VenueId venueId,
            @RequestParam(required = false) @Nullable HostId hostId,
            @RequestParam(required = false) @Nullable String genre,
            @Parameter(description = "In minor units") @RequestParam(required = false) @PositiveOrZero @Nullable
                    Long maxPrice,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"date", "newest", "price"},
                                            defaultValue = "date"))
                    @RequestParam(defaultValue = "date")
                    String sort,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable EventStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor)
            throws Refusal {
        if (mine) {
            return queries.get(
                    new FindOwnEvents(actor, venueId, hostId, status, cursor, limit), EventList.class, "event");
        }
        FindPublicEvents query = new FindPublicEvents(
                city,
                moment("from", from),
                moment("to", to),
                venueId,
                hostId,
                genre,
                maxPrice,
                q,
                sorted(sort),
                cursor,
                limit);
        return queries.get(query, EventList.class, "event");
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show an event with its tiers; what was never published to its own people only")
    Mono<EventView> show(
            @PathVariable EventId id,
            @Parameter(description = "Shows the hidden tiers that it opens")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 80)
                    String accessCode,
            Actor actor) {
        return queries.get(new FindEvent(id, actor, accessCode), EventView.class, "event");
    }

    private static @Nullable Instant moment(String parameter, @Nullable String text) throws Refusal {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unreadable) {
            throw invalid("\"" + parameter + "\" is an instant like 2026-12-04T15:30:00Z, or a date like 2026-12-04.");
        }
    }

    private static EventSort sorted(String sort) throws Refusal {
        return switch (sort.toLowerCase(Locale.ROOT)) {
            case "date" -> EventSort.DATE;
            case "newest" -> EventSort.NEWEST;
            case "price" -> EventSort.PRICE;
            default -> throw invalid("\"sort\" is date, newest or price.");
        };
    }

    private static Refusal invalid(String message) {
        return new Refusal(ErrorCode.VALIDATION_FAILED, message);
    }
}
