package com.thec1rcle.api.maintenance;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.maintenance.ProjectionList;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjection;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjections;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.StartReplay;
import com.thec1rcle.kernel.maintenance.ProjectionStatus;
import com.thec1rcle.kernel.message.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The views of the system: where each stands, and rebuilding it from all events while the rest goes on. */
@RestController
@RequestMapping("/api/admin/projections")
@Tag(name = "Operation")
class ProjectionController {
    private final QueryClient queries;

    ProjectionController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Where every projection stands (ADMIN)")
    Mono<ProjectionList> projections(Actor actor) {
        return queries.ask(new FindProjections(actor), ProjectionList.class);
    }

    @GetMapping("/{name}")
    @Operation(summary = "Where one projection stands (ADMIN)")
    Mono<ProjectionStatus> projection(@PathVariable String name, Actor actor) {
        return queries.ask(new FindProjection(actor, name), ProjectionStatus.class);
    }

    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Empty a view and build it again from all events (ADMIN)",
            description = "Answers at once; look at the projection for progress. Until it is done, the view shows"
                    + " what has been rebuilt so far.")
    Mono<ProjectionStatus> replay(@PathVariable String name, Actor actor) {
        return queries.ask(new StartReplay(actor, name), ProjectionStatus.class);
    }
}
