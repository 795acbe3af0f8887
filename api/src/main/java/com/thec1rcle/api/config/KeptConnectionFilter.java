package com.thec1rcle.api.config;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers no request within the call that delivers it. Reactor Netty 1.3.7 stops reading a kept-alive connection when a
 * request that came early is answered so (its issue 4361); the guest's next request would wait for ever. Goes away with
 * a Spring Boot that brings 1.3.8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KeptConnectionFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange)).subscribeOn(Schedulers.parallel());
    }
}
