package com.thec1rcle.query.maintenance;

import com.thec1rcle.kernel.maintenance.ProjectionStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The projections that this process runs: where they stand, and rebuilding them while the rest goes on. */
@Component
class Projections implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final String PREFIX = "projection-";

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final EventStore events;
    private final Set<String> beingReset = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failedResets = new ConcurrentHashMap<>();
    private final ExecutorService resets = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("projection-reset").daemon().factory());

    Projections(ObjectProvider<EventProcessingConfiguration> processing, EventStore events) {
        this.processing = processing;
        this.events = events;
    }

    List<ProjectionStatus> all() {
        @Nullable Long head = position(events.createHeadToken());
        NavigableMap<String, StreamingEventProcessor> sorted = new TreeMap<>();
        processing.getObject().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming && name.startsWith(PREFIX)) {
                sorted.put(name, streaming);
            }
        });
        return sorted.entrySet().stream()
                .map(entry -> status(entry.getKey(), entry.getValue(), head))
                .toList();
    }

    Optional<ProjectionStatus> find(String name) {
        return processor(name).map(processor -> status(name, processor, position(events.createHeadToken())));
    }

    /**
     * Begins to rebuild, away from the caller's thread; the view is emptied and filled again.
     *
     * @return whether it begins; not while it is being rebuilt already
     */
    boolean replay(String name) {
        StreamingEventProcessor processor = processor(name).orElseThrow();
        if (isReplaying(processor) || !beingReset.add(name)) {
            return false;
        }
        failedResets.remove(name);
        resets.execute(() -> reset(name, processor));
        return true;
    }

    @Override
    public void destroy() {
        resets.shutdownNow();
    }

    private void reset(String name, StreamingEventProcessor processor) {
        LOG.info("Rebuilding {}.", name);
        try {
            processor.shutDown();
            processor.resetTokens();
        } catch (RuntimeException failure) {
            // The processor goes on where it was; whoever asked sees why in the status.
            LOG.error("{} could not be rebuilt.", name, failure);
            failedResets.put(
                    name,
                    "The last rebuild could not begin: " + failure.getClass().getSimpleName());
        } finally {
            processor.start();
            beingReset.remove(name);
        }
    }

    private Optional<StreamingEventProcessor> processor(String name) {
        return name.startsWith(PREFIX)
                ? processing.getObject().eventProcessor(name, StreamingEventProcessor.class)
                : Optional.empty();
    }

    private ProjectionStatus status(String name, StreamingEventProcessor processor, @Nullable Long head) {
        Collection<EventTrackerStatus> parts = processor.processingStatus().values();
        @Nullable Long position = slowest(parts);
        return new ProjectionStatus(
                name,
                processor.isRunning(),
                !beingReset.contains(name)
                        && !parts.isEmpty()
                        && parts.stream().allMatch(EventTrackerStatus::isCaughtUp),
                beingReset.contains(name) || isReplaying(processor),
                position,
                head,
                lag(position, head),
                problem(name, parts));
    }

    /** A rebuilt view whose last event was handled in the rebuild still counts as replaying until the next event. */
    private static boolean isReplaying(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .anyMatch(part -> part.isReplaying() && !part.isCaughtUp());
    }

    private static @Nullable Long slowest(Collection<EventTrackerStatus> parts) {
        OptionalLong position = parts.stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(part -> part.orElse(-1))
                .min();
        return position.isPresent() && position.getAsLong() >= 0 ? position.getAsLong() : null;
    }

    private static @Nullable Long position(@Nullable TrackingToken token) {
        OptionalLong position = token == null ? OptionalLong.empty() : token.position();
        return position.isPresent() && position.getAsLong() >= 0 ? position.getAsLong() : null;
    }

    private static @Nullable Long lag(@Nullable Long position, @Nullable Long head) {
        if (head == null) {
            return 0L;
        }
        return Math.max(0, position == null ? head + 1 : head - position);
    }

    private @Nullable String problem(String name, Collection<EventTrackerStatus> parts) {
        return parts.stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(part ->
                        "It stops at an event: " + part.getError().getClass().getSimpleName())
                .findFirst()
                .orElse(failedResets.get(name));
    }
}
