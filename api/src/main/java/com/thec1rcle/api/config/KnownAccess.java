package com.thec1rcle.api.config;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the access view said of a user less than a second ago. */
@Component
public class KnownAccess {
    /** With the delay of the view itself, a permission taken away stops working within a second. */
    private static final Duration KEPT = Duration.ofMillis(750);

    private static final int MAX_USERS = 20_000;

    private final QueryClient queries;
    private final AsyncCache<UserId, AccessView> known =
            Caffeine.newBuilder().maximumSize(MAX_USERS).expireAfterWrite(KEPT).buildAsync();

    public KnownAccess(QueryClient queries) {
        this.queries = queries;
    }

    /** The user's standing; many requests of one user at once ask the view once. */
    public Mono<AccessView> of(UserId userId, @Nullable String emailFingerprint) {
        FindAccess question = new FindAccess(userId, emailFingerprint);
        return Mono.fromFuture(
                () -> known.get(
                        userId,
                        (user, executor) -> queries.ask(question, AccessView.class)
                                .defaultIfEmpty(AccessView.NONE)
                                .toFuture()),
                true);
    }

    /** Makes the next request of this user ask the view again. */
    public void forget(UserId userId) {
        known.synchronous().invalidate(userId);
    }
}
