package com.thec1rcle.query.config;

import com.thec1rcle.kernel.message.MessageKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events in the order in which they happened, played to a projection as the framework plays them. */
public final class Playback {
    private final List<DomainEventMessage<?>> tape = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Adds what happened next to an aggregate. */
    public Playback then(String aggregateId, Object event, String actorId, Instant at) {
        long sequence = sequences.merge(aggregateId, 0L, (before, first) -> before + 1);
        String id = aggregateId + "-" + sequence;
        tape.add(new GenericDomainEventMessage<>(
                "any", aggregateId, sequence, event, Map.of(MessageKeys.ACTOR_ID, actorId), id, at));
        return this;
    }

    /** Plays all of it, from the beginning. */
    public void play(Object projection) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);
        try {
            for (DomainEventMessage<?> event : tape) {
                handlers.handle(event);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Empties the projection and plays all of it, many events together. */
    public void rebuild(Object projection) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);
        handlers.prepareReset(null);
        EventBatch.handle(handlers, tape);
    }
}
