package com.thec1rcle.query.audit;

import com.thec1rcle.kernel.audit.AuditEntry;
import com.thec1rcle.kernel.audit.AuditHistory;
import com.thec1rcle.kernel.audit.AuditQuery.FindHistory;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.query.config.QueryRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers histories straight from the event store, so that they are always complete and never late. */
@Component
class AuditQueries {
    /** Whom a history concerns is told by its first events, and by so many at most. */
    private static final int BEGINNING = 200;

    private static final long FIRST = 0;

    private final EventStore events;

    AuditQueries(EventStore events) {
        this.events = events;
    }

    @QueryHandler
    AuditHistory handle(FindHistory query) {
        requireOpen(query);
        List<DomainEventMessage<?>> page = new ArrayList<>();
        DomainEventStream history = events.readEvents(query.id(), sequence(query.cursor()));
        while (history.hasNext() && page.size() <= query.limit()) {
            DomainEventMessage<?> event = history.next();
            if (isLater(event, query.asOf())) {
                break;
            }
            if (query.type().shows(event.getPayload()) && HistoryAccess.shows(query.viewer(), event.getPayload())) {
                page.add(event);
            }
        }
        return answer(query, page);
    }

    /** A snapshot is not an event: reading from the first sequence number leaves snapshots out. */
    private void requireOpen(FindHistory query) {
        DomainEventStream history = events.readEvents(query.id(), FIRST);
        List<Object> beginning = history.asStream()
                .limit(BEGINNING)
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
        if (beginning.isEmpty() || !query.type().beginsWith(beginning.getFirst())) {
            throw QueryRefused.notFound(query.type().path());
        }
        if (!HistoryAccess.isOpenTo(query.viewer(), beginning)) {
            throw QueryRefused.forbidden();
        }
    }

    private static AuditHistory answer(FindHistory query, List<DomainEventMessage<?>> page) {
        boolean more = page.size() > query.limit();
        Stream<DomainEventMessage<?>> shown = page.stream().limit(query.limit());
        List<AuditEntry> items = shown.map(EventWords::of).toList();
        String next = more ? Long.toString(page.getLast().getSequenceNumber()) : null;
        return new AuditHistory(query.type().path(), query.id(), items, next);
    }

    private static boolean isLater(DomainEventMessage<?> event, @Nullable Instant asOf) {
        return asOf != null && event.getTimestamp().isAfter(asOf);
    }

    private static long sequence(@Nullable String cursor) {
        if (cursor == null) {
            return FIRST;
        }
        try {
            long sequence = Long.parseLong(cursor);
            if (sequence >= FIRST) {
                return sequence;
            }
        } catch (NumberFormatException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static QueryRefused invalid() {
        return new QueryRefused(ErrorCode.INVALID_CURSOR, "This cursor did not come from this list.");
    }
}
