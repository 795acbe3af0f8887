package com.thec1rcle.api.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderQuery.FindOrder;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.OrderView;
import com.thec1rcle.kernel.payment.CheckoutCommand.BeginPayment;
import com.thec1rcle.kernel.payment.CheckoutCommand.ProvePayment;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.DescribeGateway;
import com.thec1rcle.kernel.payment.PaymentProvider;
import com.thec1rcle.kernel.payment.PaymentStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Guests begin a payment and prove it; names and shapes are those of Razorpay Checkout. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "Payments")
class PaymentController {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final CommandClient commands;
    private final QueryClient queries;
    private final CheckoutSettings settings;

    PaymentController(CommandClient commands, QueryClient queries, CheckoutSettings settings) {
        this.commands = commands;
        this.queries = queries;
        this.settings = settings;
    }

    record NewPayment(@NotNull OrderId orderId) {}

    record Checkout(
            OrderId orderId,
            String gatewayOrderId,
            @Schema(description = "Minor units") long amount,
            @Schema(example = "INR") String currency,
            String keyId) {
        static Checkout of(CheckoutOrder order) {
            Money amount = order.amount();
            return new Checkout(
                    order.orderId(), order.gatewayOrderId(), amount.amount(), amount.currency(), order.keyId());
        }
    }

    record Proof(
            @NotNull OrderId orderId,

            @JsonProperty("razorpay_order_id") @NotBlank @Size(max = 100)
            String gatewayOrderId,

            @JsonProperty("razorpay_payment_id") @NotBlank @Size(max = 100)
            String paymentId,

            @JsonProperty("razorpay_signature") @NotBlank @Size(max = 200)
            String signature) {}

    record PaymentAnswer(OrderId orderId, OrderStatus status) {}

    @GetMapping
    @Operation(summary = "Say who takes the money, and under which public key")
    Mono<PaymentProvider> provider(Actor actor) {
        return commands.send(new DescribeGateway("INR"), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin to pay: answers once the gateway's order is open")
    Mono<ResponseEntity<Checkout>> begin(@Valid @RequestBody NewPayment body, Actor actor) {
        return commands.<CheckoutOrder>send(new BeginPayment(body.orderId()), actor)
                .map(order -> ResponseEntity.created(URI.create("/api/orders/" + order.orderId()))
                        .body(Checkout.of(order)));
    }

    @PatchMapping
    @Operation(summary = "Prove a payment with what the checkout window handed out")
    Mono<PaymentAnswer> prove(@Valid @RequestBody Proof body, Actor actor) {
        ProvePayment proof =
                new ProvePayment(body.orderId(), body.gatewayOrderId(), body.paymentId(), body.signature());
        return commands.<OrderStatus>send(proof, actor)
                .flatMap(status -> status == OrderStatus.PENDING_PAYMENT ? settled(body, actor) : Mono.just(status))
                .map(status -> new PaymentAnswer(body.orderId(), status));
    }

    /** Confirmed with the answer as a rule; if another process sees to it, the answer waits for that, but not for long. */
    private Mono<OrderStatus> settled(Proof proof, Actor actor) {
        return Mono.defer(() -> queries.ask(new FindOrder(proof.orderId(), actor), OrderView.class))
                // The payment is proven and stored; a view that is behind or busy is only asked again.
                .onErrorResume(Refusal.class, notYet -> Mono.empty())
                .filter(order -> order.status() != OrderStatus.PENDING_PAYMENT || hasFailed(order, proof.paymentId()))
                .repeatWhenEmpty(looks -> looks.delayElements(LOOK_AGAIN))
                .map(OrderView::status)
                .timeout(settings.confirmation(), Mono.just(OrderStatus.PENDING_PAYMENT));
    }

    private static boolean hasFailed(OrderView order, String paymentId) {
        return order.payments().stream()
                .anyMatch(payment -> payment.paymentId().equals(paymentId) && payment.status() == PaymentStatus.FAILED);
    }
}
