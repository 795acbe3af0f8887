package com.thec1rcle.api.entry;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.EntryQuery.CountDoor;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pushes the counters of a door. Like the stream of notifications it looks at the view now and then, so it works the
 * same whichever process keeps the view; whoever may not look is told so before the stream begins.
 */
@Component
class DoorStream {
    private static final String NAME = "door";

    private final QueryClient queries;
    private final DoorStreamSettings settings;
    private final AtomicInteger open = new AtomicInteger();

    DoorStream(QueryClient queries, DoorStreamSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** @param later who the viewer is by then, found out anew for each look: the stream ends with the right to it */
    Flux<ServerSentEvent<DoorCount>> of(EventId eventId, Actor viewer, Mono<Actor> later) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > settings.open()) {
                open.decrementAndGet();
                return Flux.error(new Refusal(ErrorCode.TOO_BUSY, "Too many streams are open; try again shortly."));
            }
            return queries.get(new CountDoor(eventId, true, viewer), DoorCount.class, "event")
                    .flatMapMany(first -> Flux.merge(counts(first, eventId, later), heartbeat())
                            .onErrorComplete(Refusal.class))
                    .take(settings.life())
                    .doFinally(end -> open.decrementAndGet());
        });
    }

    /** Streams that are open now. */
    int open() {
        return open.get();
    }

    private Flux<ServerSentEvent<DoorCount>> counts(DoorCount first, EventId eventId, Mono<Actor> viewer) {
        return Flux.interval(settings.look())
                .onBackpressureDrop()
                .concatMap(tick -> now(eventId, viewer), 1)
                .startWith(first)
                .distinctUntilChanged()
                .map(count -> ServerSentEvent.builder(count).event(NAME).build());
    }

    private Mono<DoorCount> now(EventId eventId, Mono<Actor> viewer) {
        return viewer.flatMap(actor -> queries.ask(new CountDoor(eventId, false, actor), DoorCount.class))
                // The client of queries has logged it; the next look comes soon, and shows what this one missed.
                .onErrorComplete(DoorStream::passes);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().isTransient();
    }

    private Flux<ServerSentEvent<DoorCount>> heartbeat() {
        return Flux.interval(settings.heartbeat())
                .onBackpressureDrop()
                .map(beat ->
                        ServerSentEvent.<DoorCount>builder().comment("alive").build());
    }
}
