package com.thec1rcle.api.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses passwords: so many wrong ones per address, then a pause. */
@Component
@Profile("embedded")
class SignInThrottle {
    private static final int MAX_ADDRESSES = 50_000;

    private final Clock clock;
    private final AccountSettings settings;
    private final Cache<String, Attempts> attempts;

    private record Attempts(int count, Instant until) {}

    SignInThrottle(Clock clock, AccountSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.attempts = Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterWrite(settings.attemptWindow())
                .build();
    }

    /** Counts an attempt before it is made, so that many at once are many. */
    void begin(String address) throws Refusal {
        Instant now = clock.instant();
        Attempts counted = attempts.asMap()
                .compute(
                        address,
                        (key, before) -> before == null || !now.isBefore(before.until())
                                ? new Attempts(1, now.plus(settings.attemptWindow()))
                                : new Attempts(before.count() + 1, before.until()));
        if (counted.count() > settings.attempts()) {
            long seconds = Duration.between(now, counted.until()).toSeconds() + 1;
            throw new Refusal(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Too many attempts for this address; wait before the next.",
                    Map.of("retryAfter", Long.toString(seconds)));
        }
    }

    /** The password was right: nothing is held against the address. */
    void succeeded(String address) {
        attempts.invalidate(address);
    }
}
