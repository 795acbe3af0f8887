package com.thec1rcle.api.idempotency;

import com.thec1rcle.api.config.HttpConfiguration;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Honours Idempotency-Key on POST: the same request with the same key is answered as before. Two at the same moment are
 * harmless too, because the ids of what they create are derived from the key.
 */
@Component
@Order(IdempotencyFilter.AFTER_SECURITY)
public class IdempotencyFilter implements WebFilter {
    static final int AFTER_SECURITY = 0;
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    /** What is answered here is secret, and must not be written down. */
    private static final String SECRETS = "/api/auth/";

    private static final int LONGEST_KEY = 200;

    private final StoredAnswers answers;

    IdempotencyFilter(StoredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> keys = exchange.getRequest().getHeaders().getOrEmpty(KEY);
        if (keys.isEmpty() || !HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        String key = keys.getFirst();
        if (keys.size() > 1 || !isUsable(key)) {
            return Mono.error(
                    new Refusal(ErrorCode.MALFORMED_REQUEST, "An Idempotency-Key is 1 to 200 printable characters."));
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty(Actor.ANONYMOUS.userId().value())
                .flatMap(user -> filter(exchange, chain, user, key));
    }

    /** HTTP delivers a header byte by byte; what the bytes of other alphabets spell is counted, not they. */
    private static boolean isUsable(String key) {
        String spelt = new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return !spelt.isBlank()
                && spelt.codePointCount(0, spelt.length()) <= LONGEST_KEY
                && spelt.codePoints().noneMatch(Character::isISOControl);
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, String user, String key) {
        if (isUpload(exchange.getRequest())) {
            // Too large to hold; its ids still come from the key.
            attach(exchange, new NewIds(scopeOf(exchange, user, key, "")));
            return chain.filter(exchange);
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), HttpConfiguration.MAX_BODY_BYTES)
                .map(AnswerRecorder::bytesOf)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    String fingerprint = fingerprintOf(exchange.getRequest(), body);
                    NewIds ids = new NewIds(scopeOf(exchange, user, key, fingerprint), fingerprint);
                    attach(exchange, ids);
                    return pathOf(exchange).startsWith(SECRETS)
                            ? chain.filter(withBody(exchange, body))
                            : answerOnce(exchange, chain, body, ids);
                });
    }

    private Mono<Void> answerOnce(ServerWebExchange exchange, WebFilterChain chain, byte[] body, NewIds ids) {
        String id = Objects.requireNonNull(ids.scope());
        return Mono.fromCallable(() -> answers.find(id, ids.fingerprint()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(known -> known.isPresent()
                        ? replay(exchange, known.get())
                        : record(withBody(exchange, body), chain, id, ids.fingerprint()));
    }

    private Mono<Void> record(ServerWebExchange exchange, WebFilterChain chain, String id, String fingerprint) {
        AnswerRecorder recorder = new AnswerRecorder(exchange, answer -> () -> {
            answers.keep(stored(id, fingerprint, answer));
            return null;
        });
        return chain.filter(exchange.mutate().response(recorder).build()).then(Mono.defer(recorder::keepEmpty));
    }

    private StoredAnswer stored(String id, String fingerprint, AnswerRecorder.Answer answer) {
        return new StoredAnswer(
                id,
                fingerprint,
                answer.status(),
                answer.headers().getFirst(HttpHeaders.CONTENT_TYPE),
                answer.headers().getFirst(HttpHeaders.LOCATION),
                answer.body(),
                answers.now());
    }

    private static Mono<Void> replay(ServerWebExchange exchange, StoredAnswer answer) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = response.getHeaders();
        headers.set(REPLAYED, "true");
        Optional.ofNullable(answer.contentType()).ifPresent(type -> headers.set(HttpHeaders.CONTENT_TYPE, type));
        Optional.ofNullable(answer.location()).map(URI::create).ifPresent(headers::setLocation);
        if (answer.body().length == 0) {
            return response.setComplete();
        }
        headers.setContentLength(answer.body().length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    /** Nobody knows one anonymous caller from another, so there the words of the request tell them apart. */
    private static String scopeOf(ServerWebExchange exchange, String user, String key, String fingerprint) {
        boolean anonymous = user.equals(Actor.ANONYMOUS.userId().value());
        return Identifier.derive(user, "POST", pathOf(exchange), key, anonymous ? fingerprint : "");
    }

    private static void attach(ServerWebExchange exchange, NewIds ids) {
        exchange.getAttributes().put(NewIds.class.getName(), ids);
    }

    private static String pathOf(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }

    private static boolean isUpload(ServerHttpRequest request) {
        @Nullable MediaType type = request.getHeaders().getContentType();
        return type != null && "multipart".equals(type.getType());
    }

    private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] body) {
        ServerHttpRequest request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() ->
                                Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }

    private static String fingerprintOf(ServerHttpRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String query = Objects.requireNonNullElse(request.getURI().getRawQuery(), "");
            sha.update(query.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
