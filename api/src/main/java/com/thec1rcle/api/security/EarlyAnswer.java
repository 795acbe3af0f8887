package com.thec1rcle.api.security;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers a request that concerns nobody in particular before anybody asks who it is from. */
@FunctionalInterface
public interface EarlyAnswer {
    /** Answers, or lets the request go on as any other. */
    Mono<Void> answer(ServerWebExchange exchange, WebFilterChain others);
}
