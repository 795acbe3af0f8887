package com.thec1rcle.api.idempotency;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives controllers the ids for what a request creates. */
@Component
public class NewIdsArgumentResolver implements SyncHandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == NewIds.class;
    }

    @Override
    public NewIds resolveArgumentValue(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return exchange.getAttribute(NewIds.class.getName()) instanceof NewIds ids ? ids : NewIds.RANDOM;
    }
}
