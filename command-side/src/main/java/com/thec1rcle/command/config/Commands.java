package com.thec1rcle.command.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How conversations and processes ask aggregates: one question, one answer, within a limit of time. */
@Component
public class Commands {
    /** The lifecycle phase of what asks by itself: once Axon has subscribed whoever decides, before the web server. */
    public static final int ANSWERED_PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CommandGateway gateway;

    public Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks as the system itself. */
    public <R> @Nullable R ask(Object command) throws Refusal {
        return ask(command, Actor.SYSTEM);
    }

    /**
     * Asks on behalf of an actor and waits for the answer.
     *
     * @throws Refusal as the aggregate refused
     * @throws CommandOutcomeUnknown if no answer came; whoever asks must be able to ask again
     */
    public <R> @Nullable R ask(Object command, Actor actor) throws Refusal {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(ActorMetadata.of(actor));
        try {
            return gateway.<R>send(message).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw refusalOr(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException late) {
            throw new CommandOutcomeUnknown("No answer within " + LIMIT.toSeconds() + " s.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandOutcomeUnknown("Interrupted while waiting.", interrupted);
        }
    }

    /** As {@link #ask(Object)}, of what always answers something. */
    public <R> R require(Object command) throws Refusal {
        return require(command, Actor.SYSTEM);
    }

    /** As {@link #ask(Object, Actor)}, of what always answers something. */
    public <R> R require(Object command, Actor actor) throws Refusal {
        R answer = ask(command, actor);
        if (answer == null) {
            throw new IllegalStateException(command.getClass().getSimpleName() + " was answered with nothing.");
        }
        return answer;
    }

    private static Refusal refusalOr(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof CommandExecutionException remote
                && remote.getDetails().orElse(null) instanceof RefusalDetails details) {
            return new Refusal(details);
        }
        if (cause instanceof AggregateNotFoundException) {
            return new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this id.");
        }
        throw new CommandOutcomeUnknown("The command failed.", cause);
    }
}
