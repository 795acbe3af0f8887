package com.thec1rcle.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class RememberedTokensTest {
    private static final Instant ISSUED = Instant.parse("2026-12-04T18:00:00Z");
    private static final Instant END = ISSUED.plus(Duration.ofMinutes(2));

    private final AtomicInteger checks = new AtomicInteger();
    private final Clock clock = mock(Clock.class);

    @BeforeEach
    void now() {
        when(clock.instant()).thenReturn(ISSUED);
    }

    @Test
    void theSignatureOfATokenIsCheckedOnce() {
        RememberedTokens tokens = tokensUntil(END);

        Jwt first = tokens.decode("a").block();
        assertThat(tokens.decode("a").block()).isSameAs(first);
        assertThat(tokens.decode("b").block()).isNotSameAs(first);

        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenAtItsEndIsLeftToWhoeverChecksIt() {
        RememberedTokens tokens = tokensUntil(END);
        tokens.decode("a").block();

        when(clock.instant()).thenReturn(END);
        tokens.decode("a").block();

        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenWithoutAnEndIsCheckedEachTime() {
        RememberedTokens tokens = tokensUntil(null);

        tokens.decode("a").block();
        tokens.decode("a").block();

        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenThatDoesNotHoldIsNotRemembered() {
        RememberedTokens tokens = new RememberedTokens(
                token -> Mono.defer(() -> {
                    checks.incrementAndGet();
                    return Mono.error(new BadJwtException("forged"));
                }),
                clock);

        assertThatThrownBy(() -> tokens.decode("a").block()).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a").block()).isInstanceOf(BadJwtException.class);

        assertThat(checks).hasValue(2);
    }

    private RememberedTokens tokensUntil(@Nullable Instant end) {
        return new RememberedTokens(
                token -> Mono.fromCallable(() -> {
                    checks.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .subject("somebody")
                            .issuedAt(ISSUED)
                            .expiresAt(end)
                            .build();
                }),
                clock);
    }
}
