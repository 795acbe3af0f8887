package com.thec1rcle.command;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.message.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/**
 * One real aggregate, loaded from its events in memory for every command, under a moving clock: for long stories, where
 * a fixture for each step takes long.
 *
 * @param <E> its events
 */
public final class AggregateBench<E> {
    public final MovingClock clock;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Identifier id;
    private long noted;

    /** @param settings what its decisions are given besides the clock */
    public AggregateBench(Class<?> type, Identifier id, Instant start, List<? extends E> history, Object... settings) {
        this.id = id;
        clock = new MovingClock(start);
        subscribe(type, Stream.concat(Stream.of(clock), Stream.of(settings)).toList());
        for (int sequence = 0; sequence < history.size(); sequence++) {
            store.publish(
                    new GenericDomainEventMessage<>(type.getSimpleName(), id.value(), sequence, history.get(sequence)));
        }
    }

    private <A> void subscribe(Class<A> type, List<Object> resources) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(resources));
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(type)
                .parameterResolverFactory(parameters)
                .repository(EventSourcingRepository.builder(type)
                        .eventStore(store)
                        .parameterResolverFactory(parameters)
                        .build())
                .build()
                .subscribe(bus);
    }

    /** The refusal, or nothing. */
    public Refusal send(Object command, Actor actor) {
        CommandResultMessage<Object> answer = answer(command, actor);
        return answer.isExceptional() ? (Refusal) answer.exceptionResult() : null;
    }

    public <R> CommandResultMessage<R> answer(Object command, Actor actor) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(ActorMetadata.of(actor));
        FutureCallback<Object, R> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        @SuppressWarnings("unchecked")
        CommandResultMessage<R> result = (CommandResultMessage<R>) callback.getResult();
        return result;
    }

    /** What has happened since this was last asked, the given history first. */
    @SuppressWarnings("unchecked")
    public List<E> news() {
        List<E> news = new ArrayList<>();
        store.readEvents(id.value(), noted).forEachRemaining(message -> news.add((E) message.getPayload()));
        noted += news.size();
        return news;
    }
}
