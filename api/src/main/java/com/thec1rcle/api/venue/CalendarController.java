package com.thec1rcle.api.venue;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.CalendarBound;
import com.thec1rcle.kernel.venue.CalendarCommand.BlockPeriod;
import com.thec1rcle.kernel.venue.CalendarCommand.LiftBlock;
import com.thec1rcle.kernel.venue.VenueCalendar;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueQuery.FindCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
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

/** A venue's calendar: what is in it, and the periods it keeps closed. */
@RestController
@RequestMapping("/api/venue/calendar")
@Tag(name = "Calendar")
class CalendarController {
    private final CommandClient commands;
    private final QueryClient queries;

    CalendarController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewBlock(
            @NotNull VenueId venueId,

            @Schema(example = "2026-12-04T15:30:00Z") @NotNull
            Instant from,

            @Schema(example = "2026-12-04T22:30:00Z") @NotNull
            Instant until,

            @Schema(example = "New sound system") @NotBlank @Size(max = 500)
            String reason) {}

    record Block(BlockId blockId) {}

    @GetMapping
    @Operation(summary = "Show a calendar: everything to the venue's people, own and busy to its partners")
    Mono<VenueCalendar> show(
            @RequestParam VenueId venueId,
            @Parameter(description = "First business date, or an instant in it", example = "2026-12-01") @RequestParam
                    String from,
            @Parameter(description = "Last business date, or an instant in it", example = "2026-12-31") @RequestParam
                    String to,
            Actor actor) {
        FindCalendar query = new FindCalendar(venueId, CalendarBound.parse(from), CalendarBound.parse(to), actor);
        return queries.get(query, VenueCalendar.class, "venue");
    }

    @PostMapping("/blocks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Close a period; refused where it overlaps a booking or block")
    Mono<ResponseEntity<Block>> block(@Valid @RequestBody NewBlock body, Actor actor, NewIds ids) {
        BlockId id = new BlockId(ids.next("block"));
        Period period = new Period(body.from(), body.until());
        URI location = URI.create("/api/venue/calendar/blocks/" + id + "?venueId=" + body.venueId());
        return commands.send(new BlockPeriod(body.venueId(), id, period, body.reason()), actor)
                .thenReturn(ResponseEntity.created(location).body(new Block(id)));
    }

    @DeleteMapping("/blocks/{blockId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open a blocked period again")
    Mono<Void> lift(@PathVariable BlockId blockId, @RequestParam VenueId venueId, Actor actor) {
        return commands.send(new LiftBlock(venueId, blockId), actor).then();
    }
}
