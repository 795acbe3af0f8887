package com.thec1rcle.api.config;

import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What every step of answering one request may know of it; travels in the Reactor context.
 *
 * @param requestId taken from X-Request-Id or made
 * @param patience how long the caller prefers to wait for views to catch up; zero if not at all
 */
public record RequestContext(String requestId, Duration patience) {
    /** The name under which logs carry the request id. */
    public static final String LOGGED_AS = "requestId";

    private static final RequestContext NONE = new RequestContext("none", Duration.ZERO);

    public static RequestContext from(ContextView context) {
        return context.hasKey(RequestContext.class) ? context.get(RequestContext.class) : NONE;
    }

    /** The context of an exchange, for what stands outside the Reactor context, such as error handlers. */
    public static RequestContext of(ServerWebExchange exchange) {
        return exchange.getAttribute(RequestContext.class.getName()) instanceof RequestContext known ? known : NONE;
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(RequestContext.class.getName(), this);
    }

    public Context into(Context context) {
        return context.put(RequestContext.class, this).put(LOGGED_AS, requestId);
    }
}
