package com.thec1rcle.query.config;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Hands events to a projection as an event processor does: once, again, and from the beginning. */
public final class ProjectionRun {
    private final MongoTemplate mongo;
    private final AnnotationEventHandlerAdapter projection;
    private final List<DomainEventMessage<?>> happened = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2026-12-04T15:00:00Z");

    public ProjectionRun(MongoTemplate mongo, Object projection) {
        this.mongo = mongo;
        this.projection = new AnnotationEventHandlerAdapter(projection);
    }

    /** Something happens to an aggregate, a second after what happened before. */
    public ProjectionRun happens(Object aggregate, Object event) {
        now = now.plus(Duration.ofSeconds(1));
        long sequence = sequences.merge(aggregate.toString(), 0L, (last, none) -> last + 1);
        DomainEventMessage<?> message = new GenericDomainEventMessage<>(
                "Aggregate",
                aggregate.toString(),
                sequence,
                event,
                MetaData.emptyInstance(),
                "event-" + happened.size(),
                now);
        happened.add(message);
        handle(message);
        return this;
    }

    /** When the last event happened. */
    public Instant now() {
        return now;
    }

    /** The identifier of the last event. */
    public String lastCause() {
        return happened.getLast().getIdentifier();
    }

    /** Handles everything once more, as after a crash before the progress was kept. */
    public void again() {
        List.copyOf(happened).forEach(this::handle);
    }

    /** Empties the view and handles everything from the beginning, many events together. */
    public void rebuild() {
        projection.prepareReset();
        EventBatch.handle(projection, happened);
    }

    /** Everything in the database, field by field. */
    public Map<String, Map<Object, Document>> everything() {
        Map<String, Map<Object, Document>> all = new TreeMap<>();
        for (String collection : mongo.getCollectionNames()) {
            Map<Object, Document> rows = new HashMap<>();
            mongo.findAll(Document.class, collection).forEach(row -> rows.put(row.get("_id"), row));
            all.put(collection, rows);
        }
        return all;
    }

    private void handle(DomainEventMessage<?> message) {
        try {
            projection.handle(message);
        } catch (Exception failure) {
            throw new AssertionError("The projection failed at " + message.getPayload(), failure);
        }
    }
}
