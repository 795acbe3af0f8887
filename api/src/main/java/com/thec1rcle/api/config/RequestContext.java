package com.thec1rcle.api.config;

import java.time.Duration;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What every step of answering one request may know of it; travels in the Reactor context.
 *
 * @param requestId taken from X-Request-Id or made
 * @param patience how long the caller prefers to wait for views to catch up; zero if not at all
 */
public record RequestContext(String requestId, Duration patience) {
    private static final RequestContext NONE = new RequestContext("none", Duration.ZERO);

    public static RequestContext from(ContextView context) {
        return context.hasKey(RequestContext.class) ? context.get(RequestContext.class) : NONE;
    }

    public Context into(Context context) {
        return context.put(RequestContext.class, this);
    }
}
