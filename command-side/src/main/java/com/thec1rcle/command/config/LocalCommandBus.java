package com.thec1rcle.command.config;

import com.thec1rcle.kernel.message.DecidedAlone;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Runs command handlers in this process, never on the caller's thread. Commands of one aggregate wait in a lane and go
 * together, in one commit; conversations have threads of their own, so that waiting for aggregates cannot starve them.
 * Redoes a command whose event met another process's, and turns every refusal into details that travel.
 */
public final class LocalCommandBus extends SimpleCommandBus implements AutoCloseable {
    private static final int CONVERSATION_THREADS = 256;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** What names no aggregate stands in nobody's way: a lane of its own. */
    private final RoutingStrategy routing = AnnotationRoutingStrategy.builder()
            .fallbackRoutingStrategy(CommandMessage::getIdentifier)
            .build();

    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final Decisions decisions;
    private final Lanes<PendingCommand<?, ?>> lanes;
    private final ExecutorService conversations;
    private final MeterRegistry meters;
    private final long patienceNanos;
    private final DistributionSummary batches;
    private final Timer waits;

    public LocalCommandBus(
            Builder builder,
            TransactionManager transactions,
            CommandBusSpanFactory spans,
            LaneSettings settings,
            MeterRegistry meters) {
        super(builder.spanFactory(spans));
        this.meters = meters;
        patienceNanos = settings.patience().toNanos();
        decisions = new Decisions(transactions, spans, interceptors, meters);
        lanes = new Lanes<>(settings, LocalCommandBus::isDecidedAlone, this::turn);
        conversations = new ThreadPoolExecutor(
                0,
                CONVERSATION_THREADS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("conversation-", 1).daemon().factory());
        batches = DistributionSummary.builder("c1rcle.lanes.batch")
                .description("Commands decided in one unit of work")
                .register(meters);
        waits = Timer.builder("c1rcle.lanes.wait")
                .description("How long commands wait for their turn")
                .register(meters);
        Gauge.builder("c1rcle.lanes.waiting", lanes, Lanes::waiting)
                .description("Commands that wait for their turn")
                .register(meters);
        Gauge.builder("c1rcle.lanes.open", lanes, Lanes::open)
                .description("Aggregates that decide, or have commands waiting")
                .register(meters);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        PendingCommand<C, R> pending = new PendingCommand<>(command, handler, measured(callback), now());
        if (isConversation(handler)) {
            converse(pending);
        } else if (CarefulUnitOfWork.isDeciding()) {
            decisions.decideWithin(pending);
        } else if (!lanes.offer(routing.getRoutingKey(command), pending)) {
            pending.answer(Answers.busy());
        }
    }

    private void converse(PendingCommand<?, ?> pending) {
        try {
            conversations.execute(() -> decisions.converse(pending));
        } catch (RejectedExecutionException full) {
            pending.answer(Answers.busy());
        }
    }

    private void turn(List<PendingCommand<?, ?>> commands) {
        List<PendingCommand<?, ?>> inTime = new ArrayList<>(commands.size());
        for (PendingCommand<?, ?> command : commands) {
            long waited = now() - command.arrivedNanos();
            waits.record(waited, TimeUnit.NANOSECONDS);
            if (waited > patienceNanos) {
                command.answer(Answers.busy()); // Whoever asked is about to give up; better that nothing happens then.
            } else {
                inTime.add(command);
            }
        }
        if (!inTime.isEmpty()) {
            batches.record(inTime.size());
            decisions.decide(inTime);
        }
    }

    private long now() {
        return meters.config().clock().monotonicTime();
    }

    /** Whatever handles commands here and is not an aggregate is a conversation; each kind has its own adapter. */
    private static boolean isConversation(MessageHandler<?> handler) {
        return handler instanceof AnnotationCommandHandlerAdapter<?>;
    }

    private static boolean isDecidedAlone(PendingCommand<?, ?> command) {
        return command.message().getPayloadType().isAnnotationPresent(DecidedAlone.class);
    }

    private <C, R> CommandCallback<C, R> measured(CommandCallback<? super C, ? super R> callback) {
        Timer.Sample sample = Timer.start(meters);
        return (command, result) -> {
            sample.stop(meters.timer(
                    "c1rcle.commands",
                    "type",
                    command.getPayloadType().getSimpleName(),
                    "outcome",
                    Answers.outcome(result)));
            callback.onResult(command, result);
        };
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    /** Lets what has begun come to its end, and takes no more; what does not get its turn is told so. */
    @Override
    public void close() throws InterruptedException {
        conversations.shutdown();
        conversations.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        lanes.close(DRAIN).forEach(command -> command.answer(Answers.busy()));
    }
}
