package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting lines: in order, bounded, fair, and gone when they are empty. */
class LanesTest {
    private final List<List<String>> turns = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Lanes<String> lanes = lanes(1);

    @AfterEach
    void open() throws InterruptedException {
        gate.countDown();
        lanes.close(Duration.ofSeconds(5));
    }

    @Test
    void whatWaitsGoesTogetherInOrderUpToTheLimit() {
        occupy();
        IntStream.range(0, 6).forEach(i -> lanes.offer("a", "a" + i));
        gate.countDown();

        await().until(() -> turns.size() == 3);
        assertThat(turns.get(1)).containsExactly("a0", "a1", "a2", "a3");
        assertThat(turns.get(2)).containsExactly("a4", "a5");
    }

    @Test
    void aLongLaneDoesNotHoldUpAShortOne() {
        occupy();
        IntStream.range(0, 10).forEach(i -> lanes.offer("a", "a" + i));
        lanes.offer("b", "b");
        gate.countDown();

        await().until(() -> turns.size() == 5);
        assertThat(turns.get(2)).containsExactly("b");
    }

    @Test
    void aLaneIsFull() {
        occupy();
        assertThat(IntStream.range(0, 12).filter(i -> lanes.offer("a", "a")).count())
                .isEqualTo(10);
        assertThat(lanes.offer("b", "b")).isTrue();
        assertThat(lanes.waiting()).isEqualTo(11);
    }

    @Test
    void theHouseIsFull() {
        occupy();
        assertThat(IntStream.range(0, 40)
                        .filter(i -> lanes.offer("lane-" + i, "x"))
                        .count())
                .isEqualTo(20);
        gate.countDown();
        await().until(() -> lanes.offer("later", "x"));
    }

    @Test
    void anEmptyLaneIsNoMore() {
        gate.countDown();
        IntStream.range(0, 20).forEach(i -> lanes.offer("lane-" + i, "x"));

        await().untilAsserted(() -> {
            assertThat(lanes.open()).isZero();
            assertThat(lanes.waiting()).isZero();
        });
    }

    @Test
    void someGoAlone() {
        occupy();
        List.of("a", "alone", "alone", "b", "c").forEach(item -> lanes.offer("a", item));
        gate.countDown();

        await().until(() -> turns.size() == 5);
        assertThat(turns.subList(1, 5))
                .containsExactly(List.of("a"), List.of("alone"), List.of("alone"), List.of("b", "c"));
    }

    @Test
    void closingWaitsForWhatIsThereAndTakesNoMore() throws InterruptedException {
        occupy();
        lanes.offer("a", "a");
        lanes.offer("b", "b");
        Thread.ofVirtual().start(() -> {
            await().until(() -> !lanes.offer("late", "x"));
            gate.countDown();
        });

        assertThat(lanes.close(Duration.ofSeconds(10))).isEmpty();
        assertThat(turns).contains(List.of("a"), List.of("b"));
    }

    @Test
    void closingHandsBackWhatDidNotGetItsTurn() throws InterruptedException {
        occupy();
        lanes.offer("a", "a");
        lanes.offer("b", "b");

        assertThat(lanes.close(Duration.ofMillis(50))).containsExactlyInAnyOrder("a", "b");
        gate.countDown();
        await().until(() -> lanes.open() == 0);
        assertThat(turns).containsExactly(List.of("first"));
    }

    @Test
    void aTurnThatFailsDoesNotStopTheLane() {
        occupy();
        lanes.offer("a", "fail");
        lanes.offer("b", "b");
        lanes.offer("a", "alone");
        gate.countDown();

        await().dontCatchUncaughtExceptions()
                .until(() -> turns.contains(List.of("alone")) && turns.contains(List.of("b")));
    }

    @Test
    void theSameLaneNeverHasTwoTurnsAtOnceAndKeepsItsOrder() throws InterruptedException {
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(20_000);
        Lanes<Integer> many = new Lanes<>(settings(8, 100_000, 100_000), item -> item % 97 == 0, items -> {
            String key = "lane-" + items.getFirst() % 5;
            if (inside.computeIfAbsent(key, same -> new AtomicInteger()).incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            seen.computeIfAbsent(key, same -> new ArrayList<>()).addAll(items);
            inside.get(key).decrementAndGet();
            items.forEach(item -> done.countDown());
        });

        IntStream.range(0, 20_000).forEach(i -> many.offer("lane-" + i % 5, i));

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(many.close(Duration.ofSeconds(5))).isEmpty();
        assertThat(overlaps).hasValue(0);
        assertThat(seen.values())
                .hasSize(5)
                .allSatisfy(items -> assertThat(items).hasSize(4_000).isSorted());
    }

    /** Keeps the only thread busy until the gate opens. */
    private void occupy() {
        lanes.offer("first", "first");
        await().until(() -> started.getCount() == 0);
    }

    private Lanes<String> lanes(int threads) {
        return new Lanes<>(settings(threads, 10, 20), "alone"::equals, items -> {
            started.countDown();
            turns.add(items);
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (items.contains("fail")) {
                throw new IllegalStateException("A defect.");
            }
        });
    }

    private static LaneSettings settings(int threads, int perAggregate, int overall) {
        return new LaneSettings(4, threads, perAggregate, overall, Duration.ofSeconds(10));
    }
}
