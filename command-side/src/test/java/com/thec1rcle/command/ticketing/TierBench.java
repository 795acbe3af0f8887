package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.NOW;
import static com.thec1rcle.command.ticketing.TierFixtures.SETTINGS;
import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static com.thec1rcle.command.ticketing.TierFixtures.WAITING;
import static com.thec1rcle.command.ticketing.TierFixtures.created;
import static com.thec1rcle.command.ticketing.TierFixtures.opened;

import com.thec1rcle.command.MovingClock;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.ticketing.TierCommand;
import com.thec1rcle.kernel.ticketing.TierEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** A real tier on sale, on an event store in memory, loaded from its events for every command, under a moving clock. */
final class TierBench {
    private final MovingClock clock = new MovingClock(NOW);
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private long noted;

    TierBench(int stock) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(TicketTier.class),
                new SimpleResourceParameterResolverFactory(List.of(clock, SETTINGS, WAITING)));
        AggregateAnnotationCommandHandler.<TicketTier>builder()
                .aggregateType(TicketTier.class)
                .parameterResolverFactory(parameters)
                .repository(EventSourcingRepository.builder(TicketTier.class)
                        .eventStore(store)
                        .parameterResolverFactory(parameters)
                        .build())
                .build()
                .subscribe(bus);
        publish(0, created(stock));
        publish(1, opened());
    }

    Instant now() {
        return clock.instant();
    }

    void wait(int minutes) {
        clock.moveBy(Duration.ofMinutes(minutes));
    }

    /** The refusal, or nothing. */
    Refusal send(TierCommand command, Actor actor) {
        CommandResultMessage<Object> answer = answer(command, actor);
        return answer.isExceptional() ? (Refusal) answer.exceptionResult() : null;
    }

    <R> CommandResultMessage<R> answer(TierCommand command, Actor actor) {
        CommandMessage<TierCommand> message =
                GenericCommandMessage.<TierCommand>asCommandMessage(command).andMetaData(ActorMetadata.of(actor));
        FutureCallback<TierCommand, R> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        @SuppressWarnings("unchecked")
        CommandResultMessage<R> result = (CommandResultMessage<R>) callback.getResult();
        return result;
    }

    /** What has happened since this was last asked. */
    List<TierEvent> news() {
        List<TierEvent> news = new ArrayList<>();
        store.readEvents(TIER.value(), noted).asStream().forEach(message -> {
            news.add((TierEvent) message.getPayload());
            noted = message.getSequenceNumber() + 1;
        });
        return news;
    }

    private void publish(long sequence, TierEvent event) {
        DomainEventMessage<TierEvent> message =
                new GenericDomainEventMessage<>("TicketTier", TIER.value(), sequence, event);
        store.publish(message);
    }
}
