package com.thec1rcle.query.config;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets a projection write what it makes of many events together, once the last of them is handled. */
public final class BatchInterceptor implements MessageHandlerInterceptor<EventMessage<?>> {
    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> events)) {
            return chain.proceed();
        }
        Batch batch = Batch.of(unitOfWork);
        Object answer = chain.proceed();
        if (events.isLastMessage()) {
            batch.write();
        }
        return answer;
    }
}
