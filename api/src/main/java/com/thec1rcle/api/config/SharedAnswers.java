package com.thec1rcle.api.config;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Equal questions that come while one of them is being answered wait for the next answer and share it. So a page that
 * everybody looks at is read as often as it can be, not as often as it is asked for, and nobody gets an answer that was
 * begun before the question.
 */
final class SharedAnswers {
    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();

    /**
     * Answers a question.
     *
     * @param source answers the question; of equal questions any source will do
     * @return not to be cancelled or completed by the caller: others may wait for it too
     */
    @SuppressWarnings("unchecked") // Equal questions have answers of one kind.
    <R> CompletableFuture<R> ask(Object question, Supplier<CompletableFuture<R>> source) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        Turn turn = turns.compute(
                question, (same, underWay) -> underWay == null ? new Turn(mine, null) : underWay.waitedFor(mine));
        if (turn.current() == mine) {
            begin(question, (Supplier<CompletableFuture<Object>>) (Supplier<?>) source, mine);
            return (CompletableFuture<R>) (CompletableFuture<?>) mine;
        }
        return (CompletableFuture<R>) (CompletableFuture<?>) Objects.requireNonNull(turn.following());
    }

    private void begin(Object question, Supplier<CompletableFuture<Object>> source, CompletableFuture<Object> answer) {
        answerOf(source).whenComplete((given, failure) -> {
            Turn next = turns.compute(question, (same, turn) -> turn == null ? null : turn.next());
            if (next != null) {
                begin(question, source, next.current());
            }
            if (failure == null) {
                answer.complete(given);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private static CompletableFuture<Object> answerOf(Supplier<CompletableFuture<Object>> source) {
        try {
            return source.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    /**
     * @param current the answer that is on its way
     * @param following the answer after it, if somebody waits for one
     */
    private record Turn(
            CompletableFuture<Object> current, @Nullable CompletableFuture<Object> following) {
        Turn waitedFor(CompletableFuture<Object> answer) {
            return following == null ? new Turn(current, answer) : this;
        }

        @Nullable
        Turn next() {
            return following == null ? null : new Turn(following, null);
        }
    }
}
