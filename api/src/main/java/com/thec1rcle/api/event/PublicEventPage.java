package com.thec1rcle.api.event;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.security.EarlyAnswer;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventQuery.FindEvent;
import com.thec1rcle.kernel.event.EventView;
import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Shows an event to whoever did not sign in as {@link EventController#show} does, for two thirds of the work: when a
 * night goes on sale, everybody looks at this page.
 */
@Component
final class PublicEventPage implements EarlyAnswer {
    private static final PathPattern PAGE =
            PathPatternParser.defaultInstance.parse("/api/events/{eventId:[0-9a-f][0-9a-f-]{35}}");

    private final QueryClient queries;

    PublicEventPage(QueryClient queries) {
        this.queries = queries;
    }

    @Override
    public Mono<Void> answer(ServerWebExchange exchange, WebFilterChain others) {
        EventId event = plainlyAskedFor(exchange.getRequest());
        if (event == null) {
            return others.filter(exchange);
        }
        return queries.getJson(new FindEvent(event, Actor.ANONYMOUS, null), EventView.class, "event")
                .flatMap(page -> write(exchange.getResponse(), page))
                .onErrorResume(PublicEventPage::isNotPublic, unknown -> others.filter(exchange));
    }

    /** The event, if nothing else is asked: no access code, nobody signed in, no other form of answer. */
    private static @Nullable EventId plainlyAskedFor(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        PathMatchInfo address = PAGE.matchAndExtract(request.getPath().pathWithinApplication());
        String eventId = address == null ? null : address.getUriVariables().get("eventId");
        boolean plain = request.getMethod().equals(HttpMethod.GET)
                && request.getURI().getRawQuery() == null
                && headers.getFirst(HttpHeaders.AUTHORIZATION) == null
                && takesJson(headers.getFirst(HttpHeaders.ACCEPT));
        return plain && eventId != null ? new EventId(eventId) : null;
    }

    private static boolean takesJson(@Nullable String accepted) {
        return accepted == null
                || accepted.equals(MediaType.ALL_VALUE)
                || accepted.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    private static boolean isNotPublic(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND;
    }

    private static Mono<Void> write(ServerHttpResponse response, byte[] page) {
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(page.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(page)));
    }
}
