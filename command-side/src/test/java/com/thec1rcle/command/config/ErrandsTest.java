package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.command.config.Errands.Fate;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");

    private final Errands errands = new Errands(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatWasSeenThroughIsDoneUnlessItEndedBefore() throws Refusal {
        assertThat(errands.run("a", () -> 7)).isEqualTo(7);
        assertThat(errands.fateOf("a", NOW)).isEqualTo(Fate.DONE);
        assertThat(errands.fateOf("a", NOW.plusMillis(1))).isEqualTo(Fate.UNKNOWN);
        assertThat(errands.fateOf("b", NOW)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void whatFailedOneWayOrTheOtherIsToBeDoneAgain() {
        assertThatThrownBy(() -> errands.run("refused", () -> {
                    throw new Refusal(ErrorCode.TOO_BUSY, "Busy.");
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> errands.run("broken", () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(errands.fateOf("refused", NOW)).isEqualTo(Fate.FAILED);
        assertThat(errands.fateOf("broken", NOW)).isEqualTo(Fate.FAILED);
    }

    @Test
    void whatIsSomebodyElsesIsUnknown() throws Refusal {
        assertThat(errands.runIfOurs("a", Optional::empty)).isEmpty();
        assertThat(errands.fateOf("a", NOW)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void anErrandWaitsForTheOneBeforeAndWhoAsksWaitsForItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> first = new CompletableFuture<>();
        try (ExecutorService others = Executors.newCachedThreadPool()) {
            Future<Integer> one = others.submit(() -> errands.run("a", () -> {
                begun.countDown();
                return first.join();
            }));
            begun.await();
            Future<Fate> asking = others.submit(() -> errands.fateOf("a", NOW));
            Future<Boolean> two = others.submit(() -> errands.run("a", first::isDone));
            assertThat(asking.isDone()).isFalse();
            first.complete(1);
            assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(two.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(asking.get(5, TimeUnit.SECONDS)).isEqualTo(Fate.DONE);
        }
    }

    @Test
    void whatIsAskedForTooOftenAtOnceIsRefusedAtOnceAndHoldsUpNothingElse() throws Exception {
        CompletableFuture<Integer> slow = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService others = Executors.newCachedThreadPool()) {
            List<Future<Integer>> asking = new ArrayList<>();
            asking.add(others.submit(() -> errands.run("a", () -> {
                begun.countDown();
                return slow.join();
            })));
            begun.await();
            List<Future<Integer>> more = new ArrayList<>();
            for (int i = 0; i < 3 * Errands.MOST_AT_ONCE; i++) {
                more.add(others.submit(() -> errands.run("a", slow::join)));
            }
            int refused = 3 * Errands.MOST_AT_ONCE - (Errands.MOST_AT_ONCE - 1);
            await().until(() -> more.stream().filter(Future::isDone).count() == refused);
            assertThat(errands.run("b", () -> 7)).isEqualTo(7);

            slow.complete(1);
            asking.addAll(more);
            assertThat(asking.stream().filter(ErrandsTest::isAnswered)).hasSize(Errands.MOST_AT_ONCE);
            assertThat(errands.run("a", () -> 8)).isEqualTo(8);
        }
    }

    /** Whether it was answered; else it was refused with TOO_BUSY. */
    private static boolean isAnswered(Future<Integer> asked) {
        try {
            return asked.get(5, TimeUnit.SECONDS) == 1;
        } catch (ExecutionException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_BUSY));
            return false;
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }
}
