package com.thec1rcle.api.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.message.MessageKeys;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How controllers send commands: an answer means that the event is on disk. */
@Component
public class CommandClient {
    private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CommandGateway gateway;
    private final ViewFreshness freshness;

    public CommandClient(CommandGateway gateway, ViewFreshness freshness) {
        this.gateway = gateway;
        this.freshness = freshness;
    }

    /**
     * Sends a command and answers what its handler answers, once the views have caught up if the request prefers so.
     * Fails with {@link Refusal} only; what nobody decided is a refusal with OUTCOME_UNKNOWN.
     */
    public <R> Mono<R> send(Object command, Actor actor) {
        return this.<R>dispatch(command, actor).transformDeferredContextual((answer, context) -> {
            RequestContext request = RequestContext.from(context);
            return request.patience().isZero() ? answer : freshness.afterwards(answer, request.patience());
        });
    }

    /** As {@link #send}, and waits until the caller's new rights are known wherever rights are asked. */
    public <R> Mono<R> sendAndAwaitAccess(Object command, Actor actor) {
        return freshness.accessAfterwards(send(command, actor));
    }

    private <R> Mono<R> dispatch(Object command, Actor actor) {
        return Mono.deferContextual(context -> {
            CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command)
                    .andMetaData(ActorMetadata.of(actor))
                    .andMetaData(Map.of(
                            MessageKeys.CORRELATION_ID,
                            RequestContext.from(context).requestId()));
            return Mono.<R>fromFuture(() -> gateway.send(message))
                    .timeout(LIMIT)
                    .onErrorMap(failure -> refusalOf(command, failure));
        });
    }

    private static Refusal refusalOf(Object command, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof CommandExecutionException remote
                && remote.getDetails().orElse(null) instanceof RefusalDetails details) {
            return new Refusal(details);
        }
        if (cause instanceof NoHandlerForCommandException) {
            return new Refusal(
                    ErrorCode.TOO_BUSY, "Nobody is there to decide this at the moment; nothing happened. Try again.");
        }
        String name = command.getClass().getSimpleName();
        if (cause instanceof TimeoutException) {
            LOG.warn("No answer to {} within {}.", name, LIMIT);
        } else {
            LOG.error("Nobody decided {}.", name, cause);
        }
        return new Refusal(
                ErrorCode.OUTCOME_UNKNOWN,
                "The system could not say whether this happened; ask again with the same Idempotency-Key.");
    }
}
