package com.thec1rcle.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks the signature of a token once in a while instead of for each request. Only tokens that held are remembered,
 * never beyond their own end, and no longer than the issuer's keys are.
 */
final class RememberedTokens implements ReactiveJwtDecoder {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MAX_KEPT = 20_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> tokens =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    RememberedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = tokens.getIfPresent(token);
        return known != null && isAlive(known)
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(held -> tokens.put(token, held));
    }

    /** A token without an end, or at its end, is left to the decoder. */
    private boolean isAlive(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
