package com.thec1rcle.api.idempotency;

import com.thec1rcle.api.problem.ProblemWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps an answer before it is sent, so that whoever has seen it will see the same again. */
final class AnswerRecorder extends ServerHttpResponseDecorator {
    private static final int MAX_BODY_BYTES = 256 * 1024;

    /** What was decided; every other refusal is cheaper to find again than to remember. */
    private static final Set<HttpStatus> DECIDED = Set.of(HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT);

    private final ServerWebExchange exchange;
    private final Function<Answer, Callable<Void>> keep;
    private final AtomicBoolean kept = new AtomicBoolean();

    /** What is about to be sent. */
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    AnswerRecorder(ServerWebExchange exchange, Function<Answer, Callable<Void>> keep) {
        super(exchange.getResponse());
        this.exchange = exchange;
        this.keep = keep;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        if (!isWorthKeeping() || kept.get()) {
            return super.writeWith(body);
        }
        ServerHttpResponse response = getDelegate();
        return DataBufferUtils.join(Flux.from(body))
                .map(AnswerRecorder::bytesOf)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> keep(bytes)
                        .then(Mono.defer(() -> response.writeWith(
                                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes))))));
    }

    @Override
    public Mono<Void> setComplete() {
        return keepEmpty().then(Mono.defer(super::setComplete));
    }

    /** Keeps an answer that has no body and that nobody has completed yet. */
    Mono<Void> keepEmpty() {
        return isWorthKeeping() && !isCommitted() ? keep(new byte[0]) : Mono.empty();
    }

    private Mono<Void> keep(byte[] body) {
        if (body.length > MAX_BODY_BYTES || !kept.compareAndSet(false, true)) {
            return Mono.empty();
        }
        return Mono.fromCallable(keep.apply(new Answer(status().value(), getHeaders(), body)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private boolean isWorthKeeping() {
        HttpStatusCode status = status();
        boolean decided = status.is2xxSuccessful()
                || (DECIDED.contains(HttpStatus.resolve(status.value())) && !ProblemWriter.wroteTransient(exchange));
        return decided && !MediaType.TEXT_EVENT_STREAM.equals(getHeaders().getContentType());
    }

    private HttpStatusCode status() {
        HttpStatusCode status = getStatusCode();
        return status == null ? HttpStatus.OK : status;
    }

    /** What a buffer holds; the buffer is given back. */
    static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
