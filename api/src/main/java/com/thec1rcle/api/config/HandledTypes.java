package com.thec1rcle.api.config;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Asks the handlers of a processor once for each type of event whether they handle it. Most events concern few of the
 * processors, and each of them would ask all of its handlers about each event.
 */
final class HandledTypes implements EventHandlerInvoker {
    private final EventHandlerInvoker handlers;
    private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

    HandledTypes(EventHandlerInvoker handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handled.computeIfAbsent(payloadType, handlers::canHandleType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return canHandleType(event.getPayloadType()) && handlers.canHandle(event, segment);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        handlers.handle(event, segment);
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(@Nullable R context) {
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
