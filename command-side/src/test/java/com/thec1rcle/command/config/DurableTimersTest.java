package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thec1rcle.command.MovingClock;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderId;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An alarm rings at least once, and never early: whoever gets it checks the clock, so once more is harmless. */
class DurableTimersTest {
    private static final int SOON = 5_000;
    private static final ExpireOrder COMMAND = new ExpireOrder(new OrderId("o1"));

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Commands commands = mock(Commands.class);
    private final Clock clock = Clock.systemUTC();
    private MongoClient client;
    private MongoTemplate vault;
    private DurableTimers timers;

    @BeforeEach
    void start() {
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
        vault = new MongoTemplate(client, "vault");
        timers = anotherProcess(clock);
        timers.start();
    }

    @AfterEach
    void stop() {
        timers.stop();
        client.close();
        server.shutdownNow();
    }

    @Test
    void anAlarmRingsWhenItsTimeHasComeAndIsGone() throws Refusal {
        timers.set("t", clock.instant().plusMillis(50), COMMAND);

        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        awaitEmpty();
    }

    @Test
    void anAlarmSetAnewRingsAtItsNewTimeOnly() throws Refusal {
        timers.set("t", clock.instant().plusMillis(400), new ExpireOrder(new OrderId("earlier")));
        timers.set("t", clock.instant().plusMillis(600), COMMAND);

        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        awaitEmpty();
        verify(commands, never()).ask(new ExpireOrder(new OrderId("earlier")));
    }

    /** A clock that people read may be set back, and the vault keeps whole milliseconds. */
    @Test
    void anAlarmIsNeverEarlyByTheClock() throws Refusal {
        MovingClock wall = new MovingClock(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        timers.stop();
        timers = anotherProcess(wall);
        timers.start();
        timers.set("t", wall.instant().plusMillis(50).plusNanos(1), COMMAND);

        verify(commands, after(200).never()).ask(COMMAND);
        wall.moveBy(Duration.ofMillis(50));
        verify(commands, after(200).never()).ask(COMMAND);
        wall.moveBy(Duration.ofMillis(1));
        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        awaitEmpty();
    }

    @Test
    void anAlarmTakenBackDoesNotRing() throws Refusal {
        timers.set("t", clock.instant().plusMillis(100), COMMAND);
        timers.cancel("t");
        timers.set("other", clock.instant().plusMillis(200), new ExpireOrder(new OrderId("o2")));

        verify(commands, timeout(SOON).atLeastOnce()).ask(new ExpireOrder(new OrderId("o2")));
        verify(commands, never()).ask(COMMAND);
    }

    @Test
    void anAlarmThatAKilledProcessLeftBehindRingsInTheNext() throws Refusal {
        timers.stop();
        timers.set("t", clock.instant().minusSeconds(60), COMMAND);
        timers = anotherProcess(clock);
        timers.start();

        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        awaitEmpty();
    }

    @Test
    void anAlarmThatIsNoLongerNeededIsGone() throws Refusal {
        refuseWith(ErrorCode.ORDER_STATE);
        timers.set("t", clock.instant(), COMMAND);

        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        awaitEmpty();
    }

    @Test
    void anAlarmThatWasNotDecidedStays() throws Refusal {
        refuseWith(ErrorCode.TOO_BUSY);
        timers.set("t", clock.instant(), COMMAND);

        verify(commands, timeout(SOON).atLeastOnce()).ask(COMMAND);
        timers.stop();
        assertThat(vault.getCollection("timers").countDocuments()).isEqualTo(1);
    }

    private void refuseWith(ErrorCode code) throws Refusal {
        doAnswer(call -> {
                    throw new Refusal(code, "No.");
                })
                .when(commands)
                .ask(any());
    }

    private DurableTimers anotherProcess(Clock clock) {
        return new DurableTimers(vault, Jackson3Serializer.builder().build(), commands, clock);
    }

    private void awaitEmpty() {
        Instant limit = clock.instant().plusMillis(SOON);
        while (vault.getCollection("timers").countDocuments() > 0) {
            assertThat(clock.instant()).as("the alarm is still there").isBefore(limit);
            Thread.onSpinWait();
        }
    }
}
