package com.thec1rcle.api.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.EventPosition;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.FindHead;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.HaveViewsReached;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.ViewsReached;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Holds answers back until the views show what was done, or until patience ends. */
@Component
public class ViewFreshness {
    private static final Duration ACCESS_LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final String ACCESS = "projection-access";

    private final QueryClient queries;

    public ViewFreshness(QueryClient queries) {
        this.queries = queries;
    }

    /** Lets an answer through once all views show what had happened when it was ready. */
    public <R> Mono<R> afterwards(Mono<R> answer, Duration limit) {
        return holdBack(answer, null, limit);
    }

    /** Lets an answer through once everybody's rights show what had happened when it was ready. */
    public <R> Mono<R> accessAfterwards(Mono<R> answer) {
        return holdBack(answer, ACCESS, ACCESS_LIMIT);
    }

    /** Whether all views show everything that has happened until now. */
    public Mono<Boolean> caughtUp() {
        return queries.ask(new FindHead(), EventPosition.class).flatMap(head -> reached(head, null));
    }

    private <R> Mono<R> holdBack(Mono<R> answer, @Nullable String group, Duration limit) {
        Mono<Void> fresh = Mono.defer(() -> await(group, limit));
        return answer.delayUntil(given -> fresh).switchIfEmpty(fresh.then(Mono.empty()));
    }

    private Mono<Void> await(@Nullable String group, Duration limit) {
        return queries.ask(new FindHead(), EventPosition.class)
                .flatMap(head -> reached(head, group)
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(NotYet::new))
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, LOOK_AGAIN).filter(NotYet.class::isInstance)))
                .timeout(limit)
                .then()
                // What was asked for is done; only the views are late, and the caller may look again.
                .onErrorResume(late -> Mono.empty());
    }

    private Mono<Boolean> reached(EventPosition head, @Nullable String group) {
        return queries.ask(new HaveViewsReached(head, group), ViewsReached.class)
                .map(ViewsReached::yes)
                .switchIfEmpty(
                        Mono.error(() -> new Refusal(ErrorCode.TOO_BUSY, "The views cannot answer at the moment.")));
    }

    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super(null, null, false, false);
        }
    }
}
