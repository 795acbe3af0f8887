package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.config.LaneHouse.Faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Whatever fails, in whatever order: exactly one answer to each command, and never one that is not true. */
class LaneProperties {
    private static final int SENDERS = 4;
    private static final int COMMANDS = 500;
    private static final int JARS = 4;
    /** Small enough to be full now and then. */
    private static final LaneSettings TIGHT = new LaneSettings(32, 4, 300, 800, Duration.ofSeconds(30));

    private static final double[] LIKELY = {0.02, 0.01, 0.02, 0.02, 0.01};
    private static final Fault[] FAULTS = {Fault.APPEND, Fault.APPEND_BADLY, Fault.COMMIT, Fault.COMMITTED, Fault.BEGIN
    };

    @Property(tries = 4)
    void anAnswerIsNeverMissingDoubledOrUntrue(@ForAll long seed) throws InterruptedException {
        try (LaneHouse house = new LaneHouse(TIGHT)) {
            new Night(seed, List.of(house)).run();
        }
    }

    @Property(tries = 4)
    void norWhereTwoProcessesDecideOnTheSameAggregates(@ForAll long seed) throws InterruptedException {
        try (LaneHouse one = LaneHouse.notExclusive(TIGHT);
                LaneHouse two = LaneHouse.notExclusive(TIGHT)) {
            new Night(seed, List.of(one, two)).run();
        }
    }

    private record Asked(
            Jar.JarCommand command, AtomicInteger answers, AtomicReference<CommandResultMessage<?>> answer) {
        static Asked of(Jar.JarCommand command) {
            return new Asked(command, new AtomicInteger(), new AtomicReference<>());
        }

        String coin() {
            return switch (command) {
                case Jar.Drop drop -> drop.coin();
                case Jar.DropAlone drop -> drop.coin();
                case Jar.Fail fail -> fail.coin();
                default -> "none";
            };
        }

        boolean accepted() {
            return !answer.get().isExceptional();
        }

        boolean unknown() {
            return answer.get().isExceptional() && answer.get().exceptionResult() instanceof CommandOutcomeUnknown;
        }
    }

    /** Senders that do not wait for answers, and stores that fail at random. */
    private static final class Night {
        private final Random random;
        private final List<LaneHouse> houses;
        private final List<String> jars = new ArrayList<>();
        private final CountDownLatch open = new CountDownLatch(SENDERS * COMMANDS);

        Night(long seed, List<LaneHouse> houses) {
            random = new Random(seed);
            this.houses = houses;
            IntStream.range(0, JARS)
                    .forEach(i ->
                            jars.add(houses.getFirst().openJar(UUID.randomUUID().toString())));
        }

        void run() throws InterruptedException {
            houses.forEach(house -> house.faults.next = Night::anyFault);
            List<Asked> all = new ArrayList<>();
            List<Thread> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                List<Asked> commands = commands(sender);
                all.addAll(commands);
                LaneHouse house = houses.get(sender % houses.size());
                senders.add(Thread.ofVirtual().start(() -> commands.forEach(asked -> send(house, asked))));
            }
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
            houses.forEach(house -> house.faults.next = () -> Fault.NONE);

            assertThat(all).allSatisfy(asked -> assertThat(asked.answers()).hasValue(1));
            jars.forEach(jar -> check(
                    jar,
                    all.stream()
                            .filter(asked -> asked.command().jar().equals(jar))
                            .toList()));
        }

        private static Fault anyFault() {
            double dice = ThreadLocalRandom.current().nextDouble();
            for (int i = 0; i < FAULTS.length; i++) {
                dice -= LIKELY[i];
                if (dice < 0) {
                    return FAULTS[i];
                }
            }
            return Fault.NONE;
        }

        private List<Asked> commands(int sender) {
            return IntStream.range(0, COMMANDS)
                    .mapToObj(number -> Asked.of(command("%d-%04d".formatted(sender, number))))
                    .toList();
        }

        private Jar.JarCommand command(String coin) {
            String jar = jars.get(random.nextInt(3) == 0 ? random.nextInt(JARS) : 0); // One is hot.
            int dice = random.nextInt(100);
            if (dice < 70) {
                return new Jar.Drop(jar, coin);
            }
            if (dice < 85) {
                return new Jar.Refuse(jar);
            }
            if (dice < 90) {
                return new Jar.Count(jar);
            }
            if (dice < 94) {
                return new Jar.DropAlone(jar, coin);
            }
            return dice < 98 ? new Jar.Fail(jar, coin) : new Jar.FailBadly(jar);
        }

        private void send(LaneHouse house, Asked asked) {
            house.bus.dispatch(
                    new GenericCommandMessage<>(asked.command(), MetaData.emptyInstance()), (command, result) -> {
                        asked.answer().set(result);
                        asked.answers().incrementAndGet();
                        open.countDown();
                    });
        }

        private void check(String jar, List<Asked> asked) {
            List<? extends DomainEventMessage<?>> history = houses.getFirst().history(jar);
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).getSequenceNumber()).isEqualTo(i);
            }
            List<String> written = houses.getFirst().coins(jar);
            Set<String> accepted = new HashSet<>();
            Set<String> doubtful = new HashSet<>();
            for (Asked one : asked) {
                if (one.command() instanceof Jar.Drop || one.command() instanceof Jar.DropAlone) {
                    if (one.accepted()) {
                        accepted.add(one.coin());
                    } else if (one.unknown()) {
                        doubtful.add(one.coin());
                    }
                }
            }
            assertThat(written).doesNotHaveDuplicates().containsAll(accepted);
            assertThat(written).allMatch(coin -> accepted.contains(coin) || doubtful.contains(coin));
            inOrderOfArrival(written);
            houses.forEach(house -> assertThat(house.ask(new Jar.Count(jar)).getPayload())
                    .as("what is kept in memory is what is written")
                    .isEqualTo(written.size()));
        }

        private static void inOrderOfArrival(List<String> written) {
            Map<Character, String> last = new HashMap<>();
            for (String coin : written) {
                String before = last.put(coin.charAt(0), coin);
                assertThat(before == null || before.compareTo(coin) < 0)
                        .as("%s after %s", coin, before)
                        .isTrue();
            }
        }
    }
}
