package com.thec1rcle.api.payout;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payout.PayoutCommand.ApprovePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CompletePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.FailPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.RejectPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.StartPayout;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutList;
import com.thec1rcle.kernel.payout.PayoutQuery.FindAllPayouts;
import com.thec1rcle.kernel.payout.PayoutStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Payouts as finance answers them; all of it needs FINANCE. */
@RestController
@RequestMapping("/api/finance/payouts")
@Tag(name = "Finance")
class FinancePayoutController {
    private static final String NO_REASON = "No reason was given.";

    private final CommandClient commands;
    private final QueryClient queries;

    FinancePayoutController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record Transaction(
            @Schema(example = "UTR4012345678") @Nullable @Size(min = 1, max = 100)
            String transactionId) {}

    record Reason(
            @Schema(example = "The account is closed") @Nullable @Size(min = 1, max = 500)
            String reason) {}

    @GetMapping
    @Operation(summary = "All payouts, newest first (FINANCE)")
    Mono<PayoutList> list(
            @RequestParam(required = false) @Nullable PayoutStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindAllPayouts(actor, status, cursor, limit), PayoutList.class, "list");
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say yes; not to one's own request (FINANCE)")
    Mono<Void> approve(@PathVariable PayoutId id, Actor actor) {
        return commands.send(new ApprovePayout(id), actor).then();
    }

    @PostMapping("/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say no; the reserve goes back (FINANCE)")
    Mono<Void> reject(
            @PathVariable PayoutId id, @Valid @RequestBody(required = false) @Nullable Reason body, Actor actor) {
        return commands.send(new RejectPayout(id, reason(body)), actor).then();
    }

    @PostMapping("/{id}/processing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The transfer is on its way (FINANCE)")
    Mono<Void> start(
            @PathVariable PayoutId id, @Valid @RequestBody(required = false) @Nullable Transaction body, Actor actor) {
        return commands.send(new StartPayout(id, transactionId(body)), actor).then();
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The money arrived (FINANCE)")
    Mono<Void> complete(
            @PathVariable PayoutId id, @Valid @RequestBody(required = false) @Nullable Transaction body, Actor actor) {
        return commands.send(new CompletePayout(id, transactionId(body)), actor).then();
    }

    @PostMapping("/{id}/failure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The transfer failed; the reserve goes back (FINANCE)")
    Mono<Void> fail(
            @PathVariable PayoutId id, @Valid @RequestBody(required = false) @Nullable Reason body, Actor actor) {
        return commands.send(new FailPayout(id, reason(body)), actor).then();
    }

    private static @Nullable String transactionId(@Nullable Transaction body) {
        return body == null ? null : body.transactionId();
    }

    private static String reason(@Nullable Reason body) {
        return body == null || body.reason() == null ? NO_REASON : body.reason();
    }
}
