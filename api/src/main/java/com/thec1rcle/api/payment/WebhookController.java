package com.thec1rcle.api.payment;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.NoticeId;
import com.thec1rcle.kernel.payment.WebhookCommand.ReceiveWebhook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The gateway reports what became of payments and refunds. */
@RestController
@Tag(name = "Payments")
class WebhookController {
    private final CommandClient commands;

    WebhookController(CommandClient commands) {
        this.commands = commands;
    }

    /** What is said of a notice to the readers of the description; the body itself is read as bytes. */
    record WebhookNotice(
            @Schema(example = "payment.captured") String event,

            @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            Map<String, Object> payload) {}

    /** The body as it came, because the signature is over its bytes. */
    @PostMapping("/api/payments/webhook")
    @Operation(
            summary = "Take a notice of the gateway; 200 once it is stored",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "As Razorpay sends it; the signature is over its bytes",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = WebhookNotice.class))))
    Mono<Void> receive(
            @RequestBody byte[] body,
            @RequestHeader("X-Razorpay-Signature") String signature,
            @RequestHeader(name = "x-razorpay-event-id", required = false) @Nullable String eventId,
            Actor actor) {
        String rawBody = new String(body, StandardCharsets.UTF_8);
        NoticeId noticeId = NoticeId.of(eventId != null ? eventId : rawBody);
        return commands.send(new ReceiveWebhook(noticeId, rawBody, signature), actor)
                .then();
    }
}
