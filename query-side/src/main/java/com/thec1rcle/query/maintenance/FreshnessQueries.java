package com.thec1rcle.query.maintenance;

import com.thec1rcle.kernel.maintenance.FreshnessQuery.EventPosition;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.FindHead;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.HaveViewsReached;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.ViewsReached;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Knows how far the projections are: those that run here say it themselves, others by the progress that they keep with
 * their views.
 */
@Component
class FreshnessQueries {
    private static final String TOKENS = "projection_tokens";

    private final EventStore events;
    private final @Nullable EventStorageEngine engine;
    private final MongoTemplate views;
    private final Serializer serializer;
    private final EventProcessingConfiguration processing;
    private final ListableBeanFactory beans;

    FreshnessQueries(
            EventStore events,
            ObjectProvider<EventStorageEngine> engine,
            @Qualifier("views") MongoTemplate views,
            Serializer serializer,
            EventProcessingConfiguration processing,
            ListableBeanFactory beans) {
        this.events = events;
        this.engine = engine.getIfAvailable();
        this.views = views;
        this.serializer = serializer;
        this.processing = processing;
        this.beans = beans;
    }

    @QueryHandler
    EventPosition handle(FindHead query) {
        TrackingToken head = events.createHeadToken();
        return new EventPosition(head == null ? -1 : head.position().orElse(-1));
    }

    @QueryHandler
    ViewsReached handle(HaveViewsReached query) {
        long position = query.position().value();
        if (position < 0) {
            return new ViewsReached(true);
        }
        List<String> groups = query.group() == null ? projections() : List.of(query.group());
        return new ViewsReached(groups.stream().allMatch(group -> hasReached(group, position)));
    }

    private List<String> projections() {
        return Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .filter(group -> group.startsWith("projection-"))
                .distinct()
                .toList();
    }

    private boolean hasReached(String group, long position) {
        Collection<EventTrackerStatus> here = processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values())
                .orElse(List.of());
        return here.isEmpty()
                ? hasStored(group, position)
                : here.stream()
                        .allMatch(status -> !status.isErrorState() && covers(status.getTrackingToken(), position));
    }

    private boolean hasStored(String group, long position) {
        List<Document> segments =
                views.find(Query.query(Criteria.where("processorName").is(group)), Document.class, TOKENS);
        return !segments.isEmpty() && segments.stream().allMatch(segment -> covers(token(segment), position));
    }

    private @Nullable TrackingToken token(Document segment) {
        String type = segment.getString("tokenType");
        if (type == null) {
            return null;
        }
        byte[] data = segment.get("token") instanceof Binary binary ? binary.getData() : bytes(segment.get("token"));
        return serializer.deserialize(new SimpleSerializedObject<>(data, byte[].class, type, null));
    }

    private static byte[] bytes(@Nullable Object token) {
        if (token instanceof byte[] data) {
            return data;
        }
        throw new IllegalStateException("A token is stored as bytes.");
    }

    private boolean covers(@Nullable TrackingToken token, long position) {
        if (token == null || token.position().orElse(-1) < position) {
            return false;
        }
        boolean gaps = token instanceof GapAwareTrackingToken aware && aware.hasGaps();
        return !gaps || engine == null || !hasLateEvent(engine, token, position);
    }

    /** A gap is a number that was never used, or an event that was committed late and is still to be handled. */
    private static boolean hasLateEvent(EventStorageEngine engine, TrackingToken token, long position) {
        try (Stream<? extends TrackedEventMessage<?>> unseen = engine.readEvents(token, false)) {
            Iterator<? extends TrackedEventMessage<?>> next = unseen.iterator();
            return next.hasNext() && next.next().trackingToken().position().orElse(Long.MAX_VALUE) <= position;
        }
    }
}
