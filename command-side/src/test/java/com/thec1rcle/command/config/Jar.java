package com.thec1rcle.command.config;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.DecidedAlone;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An aggregate that does whatever may happen to one: counts coins, refuses, fails, creates, ends. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Jar {
    /** Everything one can ask of a jar. */
    sealed interface JarCommand {
        @TargetAggregateIdentifier
        @RoutingKey
        String jar();
    }

    record Open(String jar) implements JarCommand {}

    record OpenRefused(String jar) implements JarCommand {}

    record Drop(String jar, String coin) implements JarCommand {}

    /** Refused where there is no such jar, without looking into it. */
    record Count(String jar) implements JarCommand {}

    record Refuse(String jar) implements JarCommand {}

    record Fail(String jar, String coin) implements JarCommand {}

    record FailBadly(String jar) implements JarCommand {}

    record ForgetUnitOfWork(String jar) implements JarCommand {}

    record OpenAnother(String jar, String other) implements JarCommand {}

    record DropInto(String jar, String other, String coin) implements JarCommand {}

    record Break(String jar) implements JarCommand {}

    record Wait(String jar) implements JarCommand {}

    @DecidedAlone
    record DropAlone(String jar, String coin) implements JarCommand {}

    record Opened(String jar) {}

    record Dropped(String jar, String coin) {}

    record Broken(String jar) {}

    @AggregateIdentifier
    private String id;

    private int coins;

    Jar() {}

    Jar(Opened opening) {
        apply(opening);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Open command) {
        if (id == null) {
            apply(new Opened(command.jar()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenRefused command) throws Refusal {
        throw new Refusal(ErrorCode.FORBIDDEN, "Not you.");
    }

    @CommandHandler
    int decide(Drop command) {
        apply(new Dropped(id, command.coin()));
        return coins;
    }

    @CommandHandler
    int decide(DropAlone command) {
        apply(new Dropped(id, command.coin()));
        return coins;
    }

    @CommandHandler
    int decide(Count command) {
        return coins;
    }

    @CommandHandler
    void decide(Refuse command) throws Refusal {
        throw new Refusal(ErrorCode.SOLD_OUT, "Full.");
    }

    @CommandHandler
    void decide(Fail command, LaneHouse.Gate gate) {
        gate.decided.incrementAndGet();
        apply(new Dropped(id, command.coin()));
        throw new IllegalStateException("A defect.");
    }

    @CommandHandler
    void decide(FailBadly command) {
        throw new StackOverflowError("A worse defect.");
    }

    @CommandHandler
    void decide(ForgetUnitOfWork command) {
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(command));
    }

    @CommandHandler
    void decide(OpenAnother command) throws Exception {
        createNew(Jar.class, () -> new Jar(new Opened(command.other())));
    }

    @CommandHandler
    int decide(DropInto command, CommandGateway gateway) {
        apply(new Dropped(id, command.coin()));
        CompletableFuture<@Nullable Object> answer = gateway.send(new Drop(command.other(), command.coin()));
        return answer.isDone() ? coins : -1;
    }

    @CommandHandler
    void decide(Break command) {
        apply(new Broken(id));
    }

    @CommandHandler
    void decide(Wait command, LaneHouse.Gate gate) {
        gate.pass();
    }

    @EventSourcingHandler
    void evolve(Opened event) {
        id = event.jar();
    }

    @EventSourcingHandler
    void evolve(Dropped event) {
        coins++;
    }

    @EventSourcingHandler
    void evolve(Broken event) {
        markDeleted();
    }
}
