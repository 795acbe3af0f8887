package com.thec1rcle.api.refund;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.refund.AskRefund;
import com.thec1rcle.kernel.refund.AskedRefund;
import com.thec1rcle.kernel.refund.CancellationProgress;
import com.thec1rcle.kernel.refund.RefundCommand.ApproveRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RejectRefund;
import com.thec1rcle.kernel.refund.RefundList;
import com.thec1rcle.kernel.refund.RefundQuery.FindCancellation;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefund;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefunds;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Refunds: guests ask, those who see the event's money decide, finance tries again what the gateway could not do. */
@RestController
@RequestMapping("/api")
@Tag(name = "Refunds")
class RefundController {
    private static final String NO_REASON = "No reason was given.";

    private final CommandClient commands;
    private final QueryClient queries;

    RefundController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record NewRefund(
            @Schema(description = "Which tickets to give back; absent for all that are left")
            @Size(min = 1, max = 1000)
            @Nullable
            List<@NotNull TicketId> ticketIds,

            @Schema(example = "I cannot come") @NotBlank @Size(max = 500)
            String reason) {}

    record Rejection(
            @Schema(example = "The night has begun") @Nullable @Size(min = 1, max = 500)
            String reason) {}

    @PostMapping("/orders/{orderId}/refunds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for money back: for single tickets, or for all that are left of one's order")
    Mono<ResponseEntity<AskedRefund>> ask(
            @PathVariable OrderId orderId, @Valid @RequestBody NewRefund body, Actor actor, NewIds ids) {
        AskRefund ask = new AskRefund(orderId, new RefundId(ids.next("refund")), body.ticketIds(), body.reason());
        return commands.<AskedRefund>send(ask, actor)
                .map(asked -> ResponseEntity.accepted()
                        .location(URI.create("/api/refunds/" + asked.refundId()))
                        .body(asked));
    }

    @GetMapping("/refunds")
    @Operation(summary = "One's own refunds and those one may decide about, newest first")
    Mono<RefundList> list(
            @RequestParam(required = false) @Nullable EventId eventId,
            @RequestParam(required = false) @Nullable OrderId orderId,
            @RequestParam(required = false) @Nullable RefundStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindRefunds(actor, eventId, orderId, status, cursor, limit), RefundList.class, "list");
    }

    @GetMapping("/refunds/{refundId}")
    @Operation(summary = "Show a refund: who said yes, and what became of the money")
    Mono<RefundView> show(@PathVariable RefundId refundId, Actor actor) {
        return queries.get(new FindRefund(refundId, actor), RefundView.class, "refund");
    }

    @PostMapping("/refunds/{refundId}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say yes; not to one's own, and large amounts need two people")
    Mono<Void> approve(@PathVariable RefundId refundId, Actor actor) {
        return commands.send(new ApproveRefund(refundId), actor).then();
    }

    @PostMapping("/refunds/{refundId}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say no: the tickets stay as they are")
    Mono<Void> reject(
            @PathVariable RefundId refundId,
            @Valid @RequestBody(required = false) @Nullable Rejection body,
            Actor actor) {
        String reason = body == null || body.reason() == null ? NO_REASON : body.reason();
        return commands.send(new RejectRefund(refundId, reason), actor).then();
    }

    /** The money is the order's affair, so the refund is looked up only to find the order. */
    @PostMapping("/refunds/{refundId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask the gateway once more for money that it could not give back (FINANCE)")
    Mono<Void> retry(@PathVariable RefundId refundId, Actor actor) {
        return queries.get(new FindRefund(refundId, actor), RefundView.class, "refund")
                .flatMap(refund -> commands.send(new RetryRefund(refund.orderId(), refundId), actor)
                        .then());
    }

    @GetMapping("/events/{eventId}/cancellation")
    @Operation(summary = "How far the calling off of an event has come")
    Mono<CancellationProgress> cancellation(@PathVariable EventId eventId, Actor actor) {
        return queries.get(new FindCancellation(eventId, actor), CancellationProgress.class, "cancelled event");
    }
}
