package com.thec1rcle.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderCommand.CancelOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecallOrder;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderPage;
import com.thec1rcle.kernel.order.OrderQuery.FindOrder;
import com.thec1rcle.kernel.order.OrderQuery.FindOrders;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.OrderView;
import com.thec1rcle.kernel.order.PlaceOrder;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.order.QuoteOrder;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.promo.AppliedPromo;
import com.thec1rcle.kernel.ticketing.TierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
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
import reactor.core.scheduler.Schedulers;

/** Guests ask what tickets cost, order them, see their orders, and give one up before paying. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders")
class OrderController {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final Duration CONFIRMATION_LIMIT = Duration.ofSeconds(2);

    private final CommandClient commands;
    private final QueryClient queries;
    private final PersonalData personalData;

    OrderController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.personalData = personalData;
    }

    record Line(
            @NotNull TierId tierId,

            @Schema(example = "2") @NotNull @Min(1) @Max(1000)
            Integer quantity) {
        RequestedLine toRequested() {
            return new RequestedLine(tierId, quantity);
        }
    }

    record Buyer(
            @Schema(example = "Asha Rao") @NotBlank @Size(max = 120)
            String name,

            @Schema(example = "asha@example.com") @NotBlank @Email @Size(max = 254)
            String email,

            @Schema(example = "+91 98200 00000") @Size(max = 30) @Nullable
            String phone) {}

    @Schema(example = """
            {"eventId": "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10",
             "lines": [{"tierId": "6a1f3c52-1f0e-4b1c-8a25-6d1c8a5b9e01", "quantity": 2}],
             "buyer": {"name": "Asha Rao", "email": "asha@example.com"}}""")
    record NewOrder(
            @NotNull EventId eventId,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Line> lines,
            @NotNull @Valid Buyer buyer,

            @Schema(example = "QW3RTY") @Size(min = 1, max = 40) @Nullable
            String promoterCode,

            @Size(min = 1, max = 40) @Nullable String promoCode,
            @Size(min = 1, max = 100) @Nullable String accessCode,

            @Schema(description = "As given when a promoter's link was clicked") @Size(min = 1, max = 100) @Nullable
            String visitorId) {}

    @Schema(example = """
            {"eventId": "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10",
             "lines": [{"tierId": "6a1f3c52-1f0e-4b1c-8a25-6d1c8a5b9e01", "quantity": 2}]}""")
    record QuoteRequest(
            @NotNull EventId eventId,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Line> lines,

            @Schema(description = "Not needed, and not read") @Valid @Nullable
            Buyer buyer,

            @Schema(example = "QW3RTY") @Size(min = 1, max = 40) @Nullable
            String promoterCode,

            @Size(min = 1, max = 40) @Nullable String promoCode,
            @Size(min = 1, max = 100) @Nullable String accessCode,
            @Size(min = 1, max = 100) @Nullable String visitorId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuoteAnswer(
            Amounts amounts,

            @Schema(description = "The promo code, if it is what the discount comes from") @Nullable
            String promoCode) {
        static QuoteAnswer of(Quote quote) {
            AppliedPromo promo = quote.promo();
            return new QuoteAnswer(quote.amounts(), promo == null ? null : promo.code());
        }
    }

    record Cancellation(
            @Schema(example = "Changed plans") @Size(max = 200) @Nullable
            String reason) {}

    @PostMapping("/quote")
    @Operation(summary = "Say what an order would cost now; holds nothing")
    Mono<QuoteAnswer> quote(@Valid @RequestBody QuoteRequest body, Actor actor) {
        QuoteOrder quote = new QuoteOrder(
                body.eventId(),
                requested(body.lines()),
                body.promoterCode(),
                body.promoCode(),
                body.accessCode(),
                visitor(body.visitorId(), actor));
        return commands.<Quote>send(quote, actor).map(QuoteAnswer::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Place an order: holds every line or none, until holdExpiresAt")
    Mono<ResponseEntity<PlacedOrder>> place(@Valid @RequestBody NewOrder body, Actor actor, NewIds ids) {
        OrderId orderId = new OrderId(ids.next("order"));
        return Mono.fromCallable(() -> placing(orderId, body, actor, ids))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(command -> commands.<PlacedOrder>send(command, actor)
                        .flatMap(placed -> confirmedIfFree(placed, command.fingerprint(), actor)))
                .map(placed -> ResponseEntity.created(URI.create("/api/orders/" + placed.orderId()))
                        .body(placed));
    }

    @GetMapping
    @Operation(summary = "List one's own orders, newest first")
    Mono<OrderPage> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindOrders(actor, cursor, limit), OrderPage.class, "order");
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "Show one's own order, with its tickets once confirmed")
    Mono<OrderView> show(@PathVariable OrderId orderId, Actor actor) {
        return queries.get(new FindOrder(orderId, actor), OrderView.class, "order");
    }

    @PostMapping("/{orderId}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give an order up before paying")
    Mono<Void> cancel(
            @PathVariable OrderId orderId,
            @Valid @RequestBody(required = false) @Nullable Cancellation body,
            Actor actor) {
        String reason = body == null || body.reason() == null ? "The guest cancelled." : body.reason();
        return commands.send(new CancelOrder(orderId, reason), actor).then();
    }

    private PlaceOrder placing(OrderId orderId, NewOrder body, Actor actor, NewIds ids) {
        Contact contact = new Contact(
                body.buyer().name(), body.buyer().email(), body.buyer().phone());
        return new PlaceOrder(
                orderId,
                body.eventId(),
                requested(body.lines()),
                personalData.seal(actor.userId().value(), contact),
                // Keyed, because the request holds personal data, and its plain hash could be guessed.
                personalData.fingerprint(orderId + ":" + ids.fingerprint()),
                body.promoterCode(),
                body.promoCode(),
                body.accessCode(),
                visitor(body.visitorId(), actor));
    }

    /** What costs nothing is confirmed at once: the answer waits for it, but not for long. */
    private Mono<PlacedOrder> confirmedIfFree(PlacedOrder placed, String fingerprint, Actor actor) {
        if (!placed.amounts().total().isZero() || placed.status() != OrderStatus.PENDING_PAYMENT) {
            return Mono.just(placed);
        }
        return Mono.defer(() -> commands.<PlacedOrder>send(new RecallOrder(placed.orderId(), fingerprint), actor))
                .filter(order -> order.status() != OrderStatus.PENDING_PAYMENT)
                .repeatWhenEmpty(looks -> looks.delayElements(LOOK_AGAIN))
                .timeout(CONFIRMATION_LIMIT, Mono.just(placed));
    }

    private static List<RequestedLine> requested(List<Line> lines) {
        return lines.stream().map(Line::toRequested).toList();
    }

    /** Whose clicks count: those of the visitor's cookie, else those of the account. */
    private static String visitor(@Nullable String visitorId, Actor actor) {
        return visitorId != null ? visitorId : actor.userId().value();
    }
}
