package com.thec1rcle.command.slot;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.mockito.Mockito;

/** Aggregates that answer as they are told, and remember what they were asked, and by whom. */
final class ScriptedGateway {
    private final Map<Class<?>, Object> answers = new HashMap<>();
    private final Map<Object, Refusal> refusals = new HashMap<>();
    private final List<Object> asked = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();

    ScriptedGateway answer(Class<?> command, Object answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedGateway refuse(Class<?> command, ErrorCode code) {
        refusals.put(command, new Refusal(code, "No."));
        return this;
    }

    List<Object> asked() {
        return asked;
    }

    Actor actorOf(Class<?> command) {
        for (int i = 0; i < asked.size(); i++) {
            if (command.isInstance(asked.get(i))) {
                return actors.get(i);
            }
        }
        throw new AssertionError("Nobody asked " + command.getSimpleName());
    }

    Commands commands() {
        CommandGateway gateway = Mockito.mock(CommandGateway.class);
        Mockito.when(gateway.send(Mockito.any())).thenAnswer(call -> {
            CommandMessage<?> message = call.getArgument(0);
            asked.add(message.getPayload());
            actors.add(ActorMetadata.read(message.getMetaData()));
            Refusal refusal = refusals.get(message.getPayloadType());
            return refusal == null
                    ? CompletableFuture.completedFuture(answers.get(message.getPayloadType()))
                    : CompletableFuture.failedFuture(refusal);
        });
        return new Commands(gateway);
    }
}
