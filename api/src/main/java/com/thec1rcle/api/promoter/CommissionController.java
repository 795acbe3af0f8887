package com.thec1rcle.api.promoter;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.CommissionList;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindCommissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What promoters earned, line by line. */
@RestController
@RequestMapping("/api/promoter/commissions")
@Tag(name = "Promoters")
class CommissionController {
    private final QueryClient queries;

    CommissionController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Commission line by line, and what it adds up to; promoters see their own")
    Mono<CommissionList> list(
            @RequestParam(required = false) @Nullable PromoterId promoterId,
            @RequestParam(required = false) @Nullable EventId eventId,
            @RequestParam(required = false) @Nullable CommissionStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(
                new FindCommissions(actor, promoterId, eventId, status, cursor, limit), CommissionList.class, "list");
    }
}
