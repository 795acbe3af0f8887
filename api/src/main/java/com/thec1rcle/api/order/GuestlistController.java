package com.thec1rcle.api.order;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.GuestlistPage;
import com.thec1rcle.kernel.order.OrderQuery.FindGuestlist;
import com.thec1rcle.kernel.ticketing.TierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door's people see who comes. */
@RestController
@Tag(name = "Events")
class GuestlistController {
    private final QueryClient queries;

    GuestlistController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping("/api/events/{eventId}/guestlist")
    @Operation(
            summary = "Show an event's guest list: needs viewGuestlist at its venue, or its host",
            description =
                    "Names are kept sealed, so a search opens 2,000 tickets at most: a page may then hold less than"
                            + " it could, and its nextCursor goes on from there.")
    Mono<GuestlistPage> show(
            @PathVariable EventId eventId,
            @Parameter(description = "Beginnings of names or of the address, or the last digits of the telephone")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable TierId tierId,
            @Parameter(description = "true: somebody went in on it; false: nobody yet")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean admitted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(
                new FindGuestlist(eventId, q, tierId, admitted, actor, cursor, limit), GuestlistPage.class, "event");
    }
}
