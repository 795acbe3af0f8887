package com.thec1rcle.command.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Runs command handlers in this process, never on the caller's thread: aggregates on a small pool, conversations on
 * another, so that waiting for aggregates cannot starve them. Redoes a command whose event met another process's, and
 * turns every refusal into details that travel.
 */
public final class LocalCommandBus extends SimpleCommandBus implements AutoCloseable {
    private static final int AGGREGATE_THREADS = 16;
    private static final int AGGREGATE_QUEUE = 10_000;
    private static final int CONVERSATION_THREADS = 256;
    private static final int MAX_ATTEMPTS = 8;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ExecutorService aggregates;
    private final ExecutorService conversations;
    private final MeterRegistry meters;

    public LocalCommandBus(Builder builder, MeterRegistry meters) {
        super(builder);
        this.meters = meters;
        ThreadPoolExecutor bounded = new ThreadPoolExecutor(
                AGGREGATE_THREADS,
                AGGREGATE_THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(AGGREGATE_QUEUE),
                Thread.ofPlatform().name("aggregate-", 1).daemon().factory());
        bounded.allowCoreThreadTimeOut(true);
        this.aggregates = bounded;
        this.conversations = new ThreadPoolExecutor(
                0,
                CONVERSATION_THREADS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("conversation-", 1).daemon().factory());
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> measured = measured(callback);
        try {
            (isConversation(handler) ? conversations : aggregates)
                    .execute(() -> attempt(command, handler, measured, 1));
        } catch (RejectedExecutionException full) {
            measured.onResult(
                    command,
                    failed(new RefusalDetails(
                            ErrorCode.TOO_BUSY, "Too many requests are waiting; try again shortly.", Map.of())));
        }
    }

    private <C, R> void attempt(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<C, R> callback,
            int attempt) {
        super.<C, R>handle(command, handler, (handled, result) -> {
            if (result.isExceptional() && attempt < MAX_ATTEMPTS && isConflict(result.exceptionResult())) {
                attempt(command, handler, callback, attempt + 1);
            } else {
                callback.onResult(command, translated(result));
            }
        });
    }

    /** Another process, or a racing creation, was first: the decision is made anew on what is there now. */
    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof ConcurrencyException || (message != null && message.contains("AXONIQ-2000"))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private static <R> CommandResultMessage<R> translated(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return (CommandResultMessage<R>) result;
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof Refusal refusal) {
            return failed(refusal.details());
        }
        if (failure instanceof AggregateDeletedException || failure instanceof AggregateNotFoundException) {
            return failed(new RefusalDetails(ErrorCode.NOT_FOUND, "There is nothing under this id.", Map.of()));
        }
        if (isConflict(failure)) {
            return failed(new RefusalDetails(
                    ErrorCode.CONCURRENT_CHANGE, "This is being changed by many at once; try again.", Map.of()));
        }
        return (CommandResultMessage<R>) result;
    }

    private static <R> CommandResultMessage<R> failed(RefusalDetails details) {
        return GenericCommandResultMessage.asCommandResultMessage(
                new CommandExecutionException(details.message(), null, details));
    }

    /** Whatever handles commands here and is not an aggregate is a conversation; each kind has its own adapter. */
    private static boolean isConversation(MessageHandler<?> handler) {
        return handler instanceof AnnotationCommandHandlerAdapter<?>;
    }

    private <C, R> CommandCallback<C, R> measured(CommandCallback<? super C, ? super R> callback) {
        Timer.Sample sample = Timer.start(meters);
        return (command, result) -> {
            sample.stop(meters.timer(
                    "c1rcle.commands", "type", command.getPayloadType().getSimpleName(), "outcome", outcome(result)));
            callback.onResult(command, result);
        };
    }

    private static String outcome(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return "accepted";
        }
        return result.exceptionDetails()
                .filter(RefusalDetails.class::isInstance)
                .map(details -> ((RefusalDetails) details).code().name())
                .orElse("failed");
    }

    /** Lets what has begun come to its end, and takes no more. */
    @Override
    public void close() throws InterruptedException {
        conversations.shutdown();
        conversations.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        aggregates.shutdown();
        aggregates.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
