package com.thec1rcle.api.audit;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.audit.AuditHistory;
import com.thec1rcle.kernel.audit.AuditQuery.FindHistory;
import com.thec1rcle.kernel.audit.AuditedType;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened, to whom it concerns. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditController {
    private final QueryClient queries;

    AuditController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping("/{type}/{id}")
    @Operation(
            summary = "The history of one thing, first event first",
            description = "For its own people and administrators. Personal data appear as [sealed].")
    Mono<AuditHistory> history(
            @Parameter(description = "venue, staff, calendar, host, partnership, slot, event, tier, order, ticket, ...")
                    @PathVariable
                    String type,
            @PathVariable String id,
            @Parameter(description = "Shows nothing that happened after this instant.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return Mono.justOrEmpty(AuditedType.ofPath(type))
                .switchIfEmpty(
                        Mono.error(() -> new Refusal(ErrorCode.NOT_FOUND, "Nothing of this type has a history.")))
                .flatMap(audited -> queries.get(
                        new FindHistory(actor, audited, id, asOf, cursor, limit), AuditHistory.class, type));
    }
}
