package com.thec1rcle.command.night;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Events in memory, which can be forgotten all at once, so that one house serves many nights. */
final class FreshStore implements EventStorageEngine {
    private InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();

    void clear() {
        events = new InMemoryEventStorageEngine();
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        events.appendEvents(messages);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        events.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return events.readEvents(token, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return events.readEvents(aggregateId, firstSequence);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return events.readSnapshot(aggregateId);
    }
}
