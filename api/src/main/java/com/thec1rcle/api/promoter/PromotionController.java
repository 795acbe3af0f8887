package com.thec1rcle.api.promoter;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DeclinePromotion;
import com.thec1rcle.kernel.event.EventLifecycleCommand.GrantPromotion;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromotableEventList;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.AskForEvent;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotableEvents;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotionRequests;
import com.thec1rcle.kernel.promoter.PromotionAccess;
import com.thec1rcle.kernel.promoter.PromotionRequestList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which events a promoter may sell, and how one gets to sell more. */
@RestController
@RequestMapping("/api")
@Tag(name = "Promoters")
class PromotionController {
    private final CommandClient commands;
    private final QueryClient queries;

    PromotionController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record PromotionAskedFor(EventId eventId, PromoterId promoterId) {}

    @GetMapping("/promoter/events")
    @Operation(summary = "Events open to the caller, or those to ask for")
    Mono<PromotableEventList> events(
            @RequestParam(defaultValue = "OPEN") PromotionAccess access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindPromotableEvents(actor, access, cursor, limit), PromotableEventList.class, "list");
    }

    @PostMapping("/events/{id}/promoter-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask the event's people for access")
    Mono<ResponseEntity<PromotionAskedFor>> ask(@PathVariable EventId id, Actor actor) {
        PromoterId promoter = PromoterId.of(actor.userId());
        return commands.send(new AskForEvent(promoter, id), actor)
                .thenReturn(ResponseEntity.created(URI.create("/api/events/" + id + "/promoter-requests/" + promoter))
                        .body(new PromotionAskedFor(id, promoter)));
    }

    @GetMapping("/events/{id}/promoter-requests")
    @Operation(summary = "Who asked to sell the event, for its people")
    Mono<PromotionRequestList> requests(
            @PathVariable EventId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindPromotionRequests(actor, id, cursor, limit), PromotionRequestList.class, "event");
    }

    @PostMapping("/events/{id}/promoter-requests/{promoterId}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a promoter sell the event")
    Mono<Void> grant(@PathVariable EventId id, @PathVariable PromoterId promoterId, Actor actor) {
        return commands.send(new GrantPromotion(id, promoterId), actor).then();
    }

    @PostMapping("/events/{id}/promoter-requests/{promoterId}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do not let a promoter sell the event")
    Mono<Void> decline(@PathVariable EventId id, @PathVariable PromoterId promoterId, Actor actor) {
        return commands.send(new DeclinePromotion(id, promoterId), actor).then();
    }
}
