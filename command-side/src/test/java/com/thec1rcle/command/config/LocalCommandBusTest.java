package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalCommandBusTest {
    private final LocalCommandBus bus = new LocalCommandBus(LocalCommandBus.builder(), new SimpleMeterRegistry());

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

    private CommandResultMessage<?> send(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
        return answer.getResult(10, TimeUnit.SECONDS);
    }

    private static RefusalDetails details(CommandResultMessage<?> result) {
        return result.<RefusalDetails>exceptionDetails().orElseThrow();
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
