package com.thec1rcle.api.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.SandboxCommand.PlayCheckout;
import com.thec1rcle.kernel.payment.SandboxPayment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Plays the checkout window where no gateway is: only with the sandbox. */
@RestController
@ConditionalOnProperty(name = "c1rcle.payment.provider", havingValue = "sandbox")
@Tag(name = "Payments")
class SandboxController {
    private final CommandClient commands;

    SandboxController(CommandClient commands) {
        this.commands = commands;
    }

    enum Outcome {
        SUCCESS,
        FAILURE
    }

    record Play(@NotNull Outcome outcome) {}

    record Played(
            @JsonProperty("razorpay_order_id") String gatewayOrderId,
            @JsonProperty("razorpay_payment_id") String paymentId,
            @JsonProperty("razorpay_signature") String signature) {
        static Played of(SandboxPayment payment) {
            return new Played(payment.gatewayOrderId(), payment.paymentId(), payment.signature());
        }
    }

    @PostMapping("/api/payments/sandbox/{gatewayOrderId}")
    @Operation(summary = "Play the checkout window; signed exactly as Razorpay signs")
    Mono<Played> play(@PathVariable String gatewayOrderId, @Valid @RequestBody Play body, Actor actor) {
        PlayCheckout command = new PlayCheckout(gatewayOrderId, body.outcome() == Outcome.SUCCESS);
        return commands.<SandboxPayment>send(command, actor).map(Played::of);
    }
}
