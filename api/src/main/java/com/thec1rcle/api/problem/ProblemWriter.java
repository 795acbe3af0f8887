package com.thec1rcle.api.problem;

import com.thec1rcle.api.config.RequestContext;
import com.thec1rcle.kernel.error.ErrorCode;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with the problem that a failure is. */
@Component
public class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String WROTE = ProblemWriter.class.getName();
    private static final String RETRY_AFTER_FACT = "retryAfter";
    private static final long RETRY_AFTER_SECONDS = 1;

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the problem, or passes the failure on if the answer is already on its way. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = Problems.of(failure);
        exchange.getAttributes().put(WROTE, problem.code());
        log(exchange, problem, failure);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        setHeaders(response.getHeaders(), problem, failure);
        byte[] body = mapper.writeValueAsBytes(problem);
        response.getHeaders().setContentLength(body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** Whether the problem that answered this exchange may be none a moment later. */
    public static boolean wroteTransient(ServerWebExchange exchange) {
        return exchange.getAttribute(WROTE) instanceof ErrorCode code && code.isTransient();
    }

    private static void setHeaders(HttpHeaders headers, Problem problem, Throwable failure) {
        Set.of(HttpHeaders.CONTENT_ENCODING, HttpHeaders.LOCATION, HttpHeaders.ETAG)
                .forEach(headers::remove);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (failure instanceof ResponseStatusException response) {
            response.getHeaders().forEach(headers::put);
        }
        if (problem.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == 429 || problem.status() == 503) {
            Object seconds = problem.facts().getOrDefault(RETRY_AFTER_FACT, RETRY_AFTER_SECONDS);
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
    }

    private static void log(ServerWebExchange exchange, Problem problem, Throwable failure) {
        String requestId = RequestContext.of(exchange).requestId();
        if (problem.status() == 500) {
            LOG.error(
                    "{} {} failed; request {}.",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath().pathWithinApplication(),
                    requestId,
                    failure);
        } else {
            LOG.debug("Request {} refused with {}.", requestId, problem.code());
        }
    }
}
