package com.thec1rcle.api.config;

import com.thec1rcle.kernel.message.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request its id and notes how long the caller is ready to wait for fresh views. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class RequestContextFilter implements WebFilter {
    static final String REQUEST_ID = "X-Request-Id";
    static final String PREFER = "Prefer";
    static final String PREFERENCE_APPLIED = "Preference-Applied";
    private static final int MAX_WAIT_SECONDS = 5;
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:@/+=-]{1,100}");
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        HttpHeaders answered = exchange.getResponse().getHeaders();
        OptionalInt wait = exchange.getRequest().getMethod() == HttpMethod.GET
                ? OptionalInt.empty()
                : waitIn(asked.getOrEmpty(PREFER));
        RequestContext context =
                new RequestContext(idOf(asked.getFirst(REQUEST_ID)), Duration.ofSeconds(wait.orElse(0)));
        answered.set(REQUEST_ID, context.requestId());
        wait.ifPresent(seconds -> answered.set(PREFERENCE_APPLIED, "wait=" + seconds));
        context.attachTo(exchange);
        return chain.filter(exchange).contextWrite(context::into);
    }

    private static String idOf(@Nullable String asked) {
        return asked != null && SANE.matcher(asked).matches() ? asked : Identifier.random();
    }

    /** The wait that is preferred, cut to what is possible; what cannot be read is no preference. */
    private static OptionalInt waitIn(List<String> preferences) {
        return preferences.stream()
                .flatMap(line -> WAIT.matcher(line).results())
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .mapToInt(seconds -> Math.min(seconds, MAX_WAIT_SECONDS))
                .findFirst();
    }
}
