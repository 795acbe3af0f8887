package com.thec1rcle.api.entry;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.config.RequestContext;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.EntryQuery.CountDoor;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a scan how many are inside; the door does not wait for it longer than a moment, and opens without it too. */
@Component
class HeadCounts {
    private static final Logger LOG = LoggerFactory.getLogger(HeadCounts.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final QueryClient queries;

    HeadCounts(QueryClient queries) {
        this.queries = queries;
    }

    /** Counted anew for who prefers to wait for the views; else as somebody counted a moment ago. */
    Mono<Optional<HeadCount>> of(EventId eventId, Actor viewer) {
        return Mono.deferContextual(context -> {
            boolean fresh = !RequestContext.from(context).patience().isZero();
            return queries.ask(new CountDoor(eventId, fresh, viewer), DoorCount.class)
                    .timeout(PATIENCE, Mono.empty())
                    .onErrorResume(Refusal.class, unavailable -> {
                        LOG.debug("No head count for this scan: {}.", unavailable.code());
                        return Mono.empty();
                    })
                    .map(count -> Optional.of(new HeadCount(count.inside(), count.capacity())))
                    .defaultIfEmpty(Optional.empty());
        });
    }
}
