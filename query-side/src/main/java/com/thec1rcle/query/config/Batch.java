package com.thec1rcle.query.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a projection writes for the events that it handles together: one request to MongoDB for each collection instead
 * of one for each event. Written before the projection's progress is, so that nothing is ever taken for done that is not.
 */
final class Batch {
    private static final String RESOURCE = Batch.class.getName();

    private final Map<String, Writes<?>> collections = new HashMap<>();

    private Batch() {}

    /** The batch that the caller is part of; none outside of a projection. */
    static Optional<Batch> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(RESOURCE))
                : Optional.empty();
    }

    /** What is to be written to a collection; all its documents are of one kind. */
    @SuppressWarnings("unchecked")
    <D> Writes<D> of(Rows<D> rows, String collection) {
        return (Writes<D>) collections.computeIfAbsent(collection, added -> new Writes<>(rows));
    }

    void write() {
        collections.values().forEach(Writes::flush);
    }

    /** The batch that a processor handles; opened with its first event. */
    static Batch of(UnitOfWork<?> events) {
        return events.getOrComputeResource(RESOURCE, first -> new Batch());
    }
}
