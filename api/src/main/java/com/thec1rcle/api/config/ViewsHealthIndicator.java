package com.thec1rcle.api.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ready once the views have caught up with the events that were there at the start. */
@Component("views")
@ConditionalOnRole("query")
final class ViewsHealthIndicator implements ReactiveHealthIndicator {
    private final ViewFreshness freshness;
    private volatile boolean caughtUpOnce;

    ViewsHealthIndicator(ViewFreshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public Mono<Health> health() {
        if (caughtUpOnce) {
            return Mono.just(Health.up().build());
        }
        return freshness
                .caughtUp()
                .doOnNext(caughtUp -> caughtUpOnce = caughtUp)
                .map(caughtUp -> caughtUp
                        ? Health.up().build()
                        : Health.outOfService()
                                .withDetail("reason", "The views are being rebuilt.")
                                .build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }
}
