package com.thec1rcle.api.problem;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Catches every failure, of controllers and of what runs before them, and answers it as a problem. */
@ControllerAdvice
@Order(-2)
public class ProblemHandler implements ErrorWebExceptionHandler {
    private final ProblemWriter problems;

    public ProblemHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    Mono<Void> answer(Throwable failure, ServerWebExchange exchange) {
        return problems.write(exchange, failure);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return problems.write(exchange, failure);
    }
}
