package com.thec1rcle.api.security;

import com.thec1rcle.kernel.message.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers the {@link Actor} who calls; anonymous on public endpoints without a token. */
@Component
public class ActorArgumentResolver implements HandlerMethodArgumentResolver {
    private final ActorResolver actors;

    public ActorArgumentResolver(ActorResolver actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return actors.of(exchange).cast(Object.class);
    }
}
