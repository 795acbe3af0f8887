package com.thec1rcle.query.config;

import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** Events that a processor hands to a projection together. */
final class EventBatch {
    private EventBatch() {}

    static void handle(AnnotationEventHandlerAdapter projection, List<? extends EventMessage<?>> events) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(events));
        ResultMessage<?> result = unit.executeWithResult(() ->
                new DefaultInterceptorChain<>(unit, List.of(new BatchInterceptor()), projection::handle).proceed());
        if (result.isExceptional()) {
            throw new AssertionError("The projection failed.", result.exceptionResult());
        }
    }
}
