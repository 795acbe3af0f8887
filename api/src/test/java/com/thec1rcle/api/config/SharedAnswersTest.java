package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAnswersTest {
    private final SharedAnswers answers = new SharedAnswers(Runnable::run);
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @Test
    void whoeverComesWhileOneIsAnsweredSharesTheNextAnswer() {
        CompletableFuture<String> first = ask("page");
        CompletableFuture<String> second = ask("page");
        CompletableFuture<String> third = ask("page");
        assertThat(begun).hasSize(1);

        begun.get(0).complete("old");

        assertThat(first).isCompletedWithValue("old");
        assertThat(second).isNotDone();
        assertThat(begun).hasSize(2);

        begun.get(1).complete("new");

        assertThat(second).isCompletedWithValue("new");
        assertThat(third).isCompletedWithValue("new");
        assertThat(begun).hasSize(2);
    }

    @Test
    void whoeverComesWhileTheNextOnesGatherSharesTheirAnswer() {
        List<Runnable> later = new ArrayList<>();
        SharedAnswers gathering = new SharedAnswers(later::add);
        CompletableFuture<String> first = ask(gathering, "page");
        CompletableFuture<String> second = ask(gathering, "page");
        begun.get(0).complete("old");
        CompletableFuture<String> third = ask(gathering, "page");

        assertThat(first).isCompletedWithValue("old");
        assertThat(begun).hasSize(1);

        later.removeFirst().run();
        CompletableFuture<String> fourth = ask(gathering, "page");
        begun.get(1).complete("new");

        assertThat(second).isCompletedWithValue("new");
        assertThat(third).isCompletedWithValue("new");
        assertThat(fourth).isNotDone();

        later.removeFirst().run();
        begun.get(2).complete("newer");

        assertThat(fourth).isCompletedWithValue("newer");
        assertThat(later).isEmpty();
    }

    @Test
    void whoeverAsksAloneDoesNotWaitForCompany() {
        SharedAnswers gathering = new SharedAnswers(never -> {
            throw new AssertionError("Nobody else asks.");
        });
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> alone = ask(gathering, "page");
            begun.get(i).complete("here");

            assertThat(alone).isCompletedWithValue("here");
        }
    }

    @Test
    void whoeverComesAfterwardsIsAnsweredAnew() {
        ask("page");
        begun.get(0).complete("old");

        CompletableFuture<String> later = ask("page");
        begun.get(1).complete("new");

        assertThat(later).isCompletedWithValue("new");
    }

    @Test
    void otherQuestionsDoNotWait() {
        ask("page");
        CompletableFuture<String> other = ask("another");
        begun.get(1).complete("other");

        assertThat(other).isCompletedWithValue("other");
    }

    @Test
    void aFailureIsSharedAndNotRemembered() {
        CompletableFuture<String> first = ask("page");
        CompletableFuture<String> second = ask("page");
        begun.get(0).completeExceptionally(new IllegalStateException("no answer"));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();

        begun.get(1).complete("here");

        assertThat(second).isCompletedWithValue("here");
    }

    @Test
    void aSourceThatThrowsLeavesNobodyWaiting() {
        CompletableFuture<String> first = answers.ask("page", () -> {
            throw new IllegalStateException("nobody there");
        });

        assertThat(first).isCompletedExceptionally();
        CompletableFuture<String> second = ask("page");
        begun.getFirst().complete("here");
        assertThat(second).isCompletedWithValue("here");
    }

    /** Whatever happens at once: an answer is never older than its question. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void nobodyGetsAnAnswerThatWasBegunBeforeTheQuestion(int gatheringMicros) {
        SharedAnswers gathering = new SharedAnswers(
                gatheringMicros == 0
                        ? Runnable::run
                        : CompletableFuture.delayedExecutor(gatheringMicros, TimeUnit.MICROSECONDS));
        AtomicLong clock = new AtomicLong();
        try (ExecutorService askers = Executors.newFixedThreadPool(8);
                ExecutorService sources = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Boolean>> seen = IntStream.range(0, 20_000)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                long asked = clock.incrementAndGet();
                                long read = gathering
                                        .ask(
                                                number % 3,
                                                () -> CompletableFuture.supplyAsync(clock::incrementAndGet, sources))
                                        .join();
                                return read > asked;
                            },
                            askers))
                    .toList();

            assertThat(seen).extracting(CompletableFuture::join).containsOnly(true);
        }
    }

    private CompletableFuture<String> ask(String question) {
        return ask(answers, question);
    }

    private CompletableFuture<String> ask(SharedAnswers answers, String question) {
        return answers.ask(question, () -> {
            CompletableFuture<String> source = new CompletableFuture<>();
            begun.add(source);
            return source;
        });
    }
}
