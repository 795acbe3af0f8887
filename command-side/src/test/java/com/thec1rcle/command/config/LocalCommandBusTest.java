package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalCommandBusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final AtomicInteger transactions = new AtomicInteger();
    private final LocalCommandBus bus = new LocalCommandBus(
            LocalCommandBus.builder(),
            () -> {
                transactions.incrementAndGet();
                return NoTransactionManager.INSTANCE.startTransaction();
            },
            DefaultCommandBusSpanFactory.builder()
                    .spanFactory(NoOpSpanFactory.INSTANCE)
                    .build(),
            new LaneSettings(4, 2, 5, 250, PATIENCE),
            meters);

    @AfterEach
    void close() throws InterruptedException {
        bus.close();
    }

    @Test
    void aRefusalArrivesAsDetailsThatTravel() {
        bus.subscribe(String.class.getName(), command -> {
            throw new Refusal(ErrorCode.SOLD_OUT, "Gone.");
        });

        assertThat(details(send("ask")).code()).isEqualTo(ErrorCode.SOLD_OUT);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        bus.subscribe(String.class.getName(), command -> {
            throw new AggregateNotFoundException("x", "No such aggregate.");
        });

        assertThat(details(send("ask")).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void aDecisionThatMetAnotherIsMadeAnew() {
        AtomicInteger tries = new AtomicInteger();
        bus.subscribe(String.class.getName(), command -> {
            if (tries.incrementAndGet() < 3) {
                throw new ConcurrencyException("Somebody was first.");
            }
            return "decided";
        });

        assertThat(send("ask").getPayload()).isEqualTo("decided");
        assertThat(tries).hasValue(3);
    }

    @Test
    void aDecisionThatAlwaysMeetsAnotherIsGivenUp() {
        bus.subscribe(String.class.getName(), command -> {
            throw new ConcurrencyException("Somebody was first.");
        });

        assertThat(details(send("ask")).code()).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
    }

    @Test
    void anUnexpectedFailureStaysWhatItIs() {
        bus.subscribe(String.class.getName(), command -> {
            throw new IllegalStateException("A defect.");
        });

        CommandResultMessage<?> result = send("ask");
        assertThat(result.exceptionResult()).isInstanceOf(IllegalStateException.class);
        assertThat(result.exceptionDetails()).isEmpty();
    }

    @Test
    void conversationsThatWaitForAggregatesDoNotStarveThem() {
        bus.subscribe(Integer.class.getName(), command -> command.getPayload());
        new AnnotationCommandHandlerAdapter<>(new Asking(bus)).subscribe(bus);

        List<FutureCallback<Object, Object>> answers = IntStream.range(0, 200)
                .mapToObj(i -> {
                    FutureCallback<Object, Object> answer = new FutureCallback<>();
                    bus.dispatch(GenericCommandMessage.asCommandMessage(new Question(i)), answer);
                    return answer;
                })
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).getResult(10, TimeUnit.SECONDS).getPayload())
                    .isEqualTo(i);
        }
    }

    @Test
    void aConversationHoldsNoTransactionWhileItWaits() {
        AtomicInteger before = new AtomicInteger(-1);
        bus.subscribe(Integer.class.getName(), command -> {
            before.set(transactions.get());
            return command.getPayload();
        });
        new AnnotationCommandHandlerAdapter<>(new Asking(bus)).subscribe(bus);

        send(new Question(1));
        assertThat(before).hasValue(1); // Its own.
        assertThat(transactions).hasValue(1);
    }

    @Test
    void whoeverFindsTheLaneFullIsToldToComeBack() throws InterruptedException {
        CountDownLatch gate = occupy("hot");
        List<FutureCallback<Object, Object>> answers =
                IntStream.range(0, 6).mapToObj(i -> dispatch(new Task("hot"))).toList();
        FutureCallback<Object, Object> elsewhere = dispatch(new Task("cold"));

        assertThat(details(result(answers.get(5))).code()).isEqualTo(ErrorCode.TOO_BUSY);
        assertThat(result(elsewhere).isExceptional()).isFalse();
        assertThat(meters.get("c1rcle.lanes.waiting").gauge().value()).isEqualTo(5);
        await().until(() -> meters.get("c1rcle.lanes.open").gauge().value() == 1); // An empty lane is no more.
        gate.countDown();
        answers.subList(0, 5)
                .forEach(answer -> assertThat(result(answer).isExceptional()).isFalse());
        assertThat(meters.get("c1rcle.lanes.batch").summary().max()).isEqualTo(4);
        assertThat(meters.get("c1rcle.lanes.wait").timer().count()).isEqualTo(7);
        assertThat(meters.get("c1rcle.commands")
                        .tags("type", "Task", "outcome", "TOO_BUSY")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoeverWaitedTooLongIsToldSoAndNothingHappens() throws InterruptedException {
        CountDownLatch gate = occupy("hot");
        FutureCallback<Object, Object> old = dispatch(new Task("hot"));
        clock.add(PATIENCE.plusSeconds(1));
        FutureCallback<Object, Object> young = dispatch(new Task("hot"));
        int decided = transactions.get();
        gate.countDown();

        assertThat(details(result(old)).code()).isEqualTo(ErrorCode.TOO_BUSY);
        assertThat(result(young).isExceptional()).isFalse();
        assertThat(transactions).hasValue(decided + 1);
    }

    @Test
    void whatIsHereWhenTheHouseClosesIsDecidedAndWhatComesLaterIsNot() throws InterruptedException {
        CountDownLatch gate = occupy("hot");
        FutureCallback<Object, Object> waiting = dispatch(new Task("hot"));
        Thread closing = Thread.ofVirtual().start(() -> {
            try {
                bus.close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> {
            FutureCallback<Object, Object> late = dispatch(new Task("late"));
            return result(late).isExceptional();
        });
        gate.countDown();

        assertThat(result(waiting).isExceptional()).isFalse();
        closing.join();
    }

    @Test
    void aConversationThatFailsInAnUnheardOfWayIsAnsweredToo() {
        new AnnotationCommandHandlerAdapter<>(new Confused()).subscribe(bus);

        assertThat(send(new Puzzle()).isExceptional()).isTrue();
        assertThat(send(new Puzzle()).isExceptional()).isTrue();
    }

    /** Keeps a lane busy with a first task until the gate is opened. */
    private CountDownLatch occupy(String lane) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        bus.subscribe(Task.class.getName(), command -> {
            if (inside.getCount() > 0) {
                inside.countDown();
                gate.await();
            }
            return "done";
        });
        dispatch(new Task(lane));
        inside.await();
        return gate;
    }

    private CommandResultMessage<?> send(Object command) {
        return result(dispatch(command));
    }

    private FutureCallback<Object, Object> dispatch(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
        return answer;
    }

    private static CommandResultMessage<?> result(FutureCallback<Object, Object> answer) {
        return answer.getResult(10, TimeUnit.SECONDS);
    }

    private static RefusalDetails details(CommandResultMessage<?> result) {
        return result.<RefusalDetails>exceptionDetails().orElseThrow();
    }

    record Task(@RoutingKey String lane) {}

    record Puzzle() {}

    /** Leaves a unit of work open. */
    static final class Confused {
        @CommandHandler
        void handle(Puzzle puzzle) {
            DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(puzzle));
        }
    }

    record Question(int number) {}

    /** Asks something that is not a conversation, and waits. */
    static final class Asking {
        private final LocalCommandBus bus;

        Asking(LocalCommandBus bus) {
            this.bus = bus;
        }

        @CommandHandler
        Object handle(Question question) {
            FutureCallback<Object, Object> answer = new FutureCallback<>();
            bus.dispatch(GenericCommandMessage.asCommandMessage(question.number()), answer);
            return answer.getResult(10, TimeUnit.SECONDS).getPayload();
        }
    }
}
