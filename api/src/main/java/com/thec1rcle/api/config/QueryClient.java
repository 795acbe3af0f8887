package com.thec1rcle.api.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** How controllers ask queries; a query that answers nothing gives an empty Mono. */
@Component
public class QueryClient {
    private static final Logger LOG = LoggerFactory.getLogger(QueryClient.class);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** How long the next answer waits for more who ask the same, if somebody waits for it anyway. */
    private static final Duration GATHERING = Duration.ofMillis(2);

    private final QueryGateway gateway;
    private final JsonMapper mapper;
    private final SharedAnswers shared =
            new SharedAnswers(CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS));

    public QueryClient(QueryGateway gateway, JsonMapper mapper) {
        this.gateway = gateway;
        this.mapper = mapper;
    }

    /** Asks a query; fails with {@link Refusal} only. The answer shows what had happened when it was asked. */
    public <R> Mono<R> ask(Object query, Class<R> answer) {
        return share(query, query, () -> answerTo(query, answer));
    }

    /** As {@link #ask}; refused with NOT_FOUND when there is no answer. */
    public <R> Mono<R> get(Object query, Class<R> answer, String what) {
        return required(ask(query, answer), what);
    }

    /** As {@link #get}, in JSON; whoever shares the answer shares its bytes. */
    public Mono<byte[]> getJson(Object query, Class<?> answer, String what) {
        return required(
                share(
                        query,
                        new InJson(query),
                        () -> answerTo(query, answer).thenApply(found -> found.map(mapper::writeValueAsBytes))),
                what);
    }

    /** @param question whoever asks the same shares the answer */
    private <R> Mono<R> share(Object query, Object question, Supplier<CompletableFuture<Optional<R>>> source) {
        return Mono.fromFuture(() -> shared.ask(question, source), true)
                .publishOn(Schedulers.parallel())
                .timeout(LIMIT)
                .onErrorMap(failure -> refusalOf(query, failure))
                .flatMap(Mono::justOrEmpty);
    }

    /** Query handlers read MongoDB on the thread that asks: never one of the event loop's. */
    private <R> CompletableFuture<Optional<R>> answerTo(Object query, Class<R> answer) {
        return Mono.fromFuture(() -> gateway.query(query, ResponseTypes.optionalInstanceOf(answer)))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LIMIT)
                .toFuture();
    }

    /** The question for an answer in JSON. */
    private record InJson(Object query) {}

    private static <R> Mono<R> required(Mono<R> answer, String what) {
        return answer.switchIfEmpty(
                Mono.error(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such " + what + ".")));
    }

    private static Refusal refusalOf(Object query, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof QueryExecutionException refused
                && refused.getDetails().orElse(null) instanceof RefusalDetails details) {
            return new Refusal(details);
        }
        LOG.error("Nobody answered {}.", query.getClass().getSimpleName(), cause);
        return new Refusal(ErrorCode.TOO_BUSY, "The views cannot answer at the moment; try again shortly.");
    }
}
