package com.thec1rcle.api.notification;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.notification.NotificationList;
import com.thec1rcle.kernel.notification.NotificationQuery.FindNotifications;
import com.thec1rcle.kernel.notification.NotificationView;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pushes what a person is told. It looks at the view now and then instead of subscribing to it, so it works the same
 * whichever process keeps the view and however messages travel.
 */
@Component
class NotificationStream {
    private static final int LATEST = 100;
    private static final String NAME = "notification";

    private final QueryClient queries;
    private final NotificationStreamSettings settings;
    private final AtomicInteger open = new AtomicInteger();

    NotificationStream(QueryClient queries, NotificationStreamSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** @param lastSeen the id of the last one that the client knows, so that a new stream goes on where one broke off */
    Flux<ServerSentEvent<NotificationView>> of(Actor viewer, @Nullable String lastSeen) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > settings.open()) {
                open.decrementAndGet();
                return Flux.error(new Refusal(ErrorCode.TOO_BUSY, "Too many streams are open; try again shortly."));
            }
            return Flux.merge(news(viewer, lastSeen), heartbeat())
                    .take(settings.life())
                    .doFinally(end -> open.decrementAndGet());
        });
    }

    private Flux<ServerSentEvent<NotificationView>> news(Actor viewer, @Nullable String lastSeen) {
        NewNotifications fresh = new NewNotifications(lastSeen);
        return Flux.interval(Duration.ZERO, settings.look())
                .onBackpressureDrop()
                .concatMap(tick -> latest(viewer), 1)
                .concatMapIterable(list -> fresh.in(list.items()))
                .map(NotificationStream::event);
    }

    private Mono<NotificationList> latest(Actor viewer) {
        return queries.ask(new FindNotifications(viewer, false, null, LATEST), NotificationList.class)
                // The client of queries has logged it; the next look comes soon, and shows what this one missed.
                .onErrorResume(Refusal.class, unavailable -> Mono.empty());
    }

    private Flux<ServerSentEvent<NotificationView>> heartbeat() {
        return Flux.interval(Duration.ZERO, settings.heartbeat())
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<NotificationView>builder()
                        .comment("alive")
                        .build());
    }

    private static ServerSentEvent<NotificationView> event(NotificationView notification) {
        return ServerSentEvent.builder(notification)
                .id(notification.notificationId().value())
                .event(NAME)
                .build();
    }
}
