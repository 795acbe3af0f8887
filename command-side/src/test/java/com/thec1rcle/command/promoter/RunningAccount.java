package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;

import com.thec1rcle.command.config.CaffeineCache;
import com.thec1rcle.command.payout.PayoutAggregate;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterCommand.OpenPromoterAccount;
import com.thec1rcle.kernel.promoter.PromoterEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;

/** A promoter's account on a real bus with a real store in memory and a real cache. */
final class RunningAccount implements AutoCloseable {
    private final Configuration configuration;
    private final CommandGateway gateway;
    private long seen;

    private RunningAccount() {
        configuration = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(config -> new InMemoryEventStorageEngine())
                .registerComponent(PromoterSettings.class, config -> SETTINGS)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(PromoterAccount.class)
                        .configureCache(config -> new CaffeineCache(100)))
                .configureAggregate(PayoutAggregate.configuration())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(LinkCode.class)
                        .configureCache(config -> new CaffeineCache(100)))
                .start();
        gateway = configuration.commandGateway();
    }

    static RunningAccount approved() {
        RunningAccount account = new RunningAccount();
        account.ask(new OpenPromoterAccount(PROMOTER, "Riya"), AS_RIYA);
        account.ask(new ApprovePromoter(PROMOTER), AS_ADMIN);
        account.newEvents();
        return account;
    }

    /** Sends as the system; whether it was accepted. */
    boolean send(Object command) {
        return accepts(command, AS_SYSTEM);
    }

    boolean sendAsPromoter(Object command) {
        return accepts(command, AS_RIYA);
    }

    /** Sends and answers; fails with what was refused. */
    Object ask(Object command, Map<String, String> actor) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(actor);
        return gateway.send(message).join();
    }

    /** The account's events since the last time somebody looked. */
    List<PromoterEvent> newEvents() {
        List<PromoterEvent> events = configuration
                .eventStore()
                .readEvents(PROMOTER.value(), seen)
                .asStream()
                .map(Message::getPayload)
                .map(PromoterEvent.class::cast)
                .toList();
        seen += events.size();
        return events;
    }

    private boolean accepts(Object command, Map<String, String> actor) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(actor);
        try {
            gateway.send(message).get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal) {
                return false;
            }
            throw new AssertionError("Nobody decided " + command, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
