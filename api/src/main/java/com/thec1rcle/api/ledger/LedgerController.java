package com.thec1rcle.api.ledger;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.ledger.LedgerLine;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindLines;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindTrialBalance;
import com.thec1rcle.kernel.ledger.LedgerStatement;
import com.thec1rcle.kernel.ledger.TrialBalance;
import com.thec1rcle.kernel.message.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The books: statements, a trial balance, exports; for FINANCE and ADMIN. */
@RestController
@RequestMapping("/api/finance/ledger")
@Tag(name = "Finance")
class LedgerController {
    private static final String CSV = "text/csv";
    private static final int EXPORT_PAGE = 200;
    private static final String HEADER = "lineId,at,account,debit,credit,currency,cause,causeId,subject\r\n";

    private final QueryClient queries;

    LedgerController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Lines as they were posted, of one account or of all; from included, to excluded (FINANCE)")
    Mono<LedgerStatement> lines(
            @RequestParam(required = false) @Nullable @Size(max = 250) String account,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return page(new FindLines(actor, account, from, to, cursor, limit));
    }

    @GetMapping(produces = CSV)
    @Operation(summary = "All matching lines as CSV; amounts in minor units (FINANCE)")
    Mono<ResponseEntity<Flux<String>>> export(
            @RequestParam(required = false) @Nullable @Size(max = 250) String account,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Actor actor) {
        FindLines first = new FindLines(actor, account, from, to, null, EXPORT_PAGE);
        // The first page is asked for before the answer begins, so that a refusal is still an answer of its own.
        return page(first)
                .map(page -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\"")
                        .body(Flux.just(HEADER).concatWith(rows(page, first))));
    }

    @GetMapping("/trial-balance")
    @Operation(summary = "What every account adds up to; the sum is zero (FINANCE)")
    Mono<TrialBalance> trialBalance(Actor actor) {
        return queries.get(new FindTrialBalance(actor), TrialBalance.class, "trial balance");
    }

    private Mono<LedgerStatement> page(FindLines query) {
        return queries.get(query, LedgerStatement.class, "statement");
    }

    private Flux<String> rows(LedgerStatement first, FindLines query) {
        return Mono.just(first)
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(after(query, page.nextCursor())))
                .map(page -> page.items().stream().map(LedgerController::row).collect(Collectors.joining()));
    }

    private static FindLines after(FindLines query, String cursor) {
        return new FindLines(query.viewer(), query.account(), query.from(), query.until(), cursor, query.limit());
    }

    private static String row(LedgerLine line) {
        return Stream.of(
                        line.lineId(),
                        line.at(),
                        line.account(),
                        line.debit().amount(),
                        line.credit().amount(),
                        line.debit().currency(),
                        line.cause(),
                        line.causeId(),
                        line.subject())
                .map(String::valueOf)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
