package com.thec1rcle.api.config;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Equal questions that come while one of them is being answered wait for the next answer and share it. So a page that
 * everybody looks at is read as often as it is worth, not as often as it is asked for, and nobody gets an answer that
 * was begun before the question.
 */
final class SharedAnswers {
    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();
    private final Executor afterAMoment;

    /** @param afterAMoment begins an answer that others wait for already; until it does, more may come to share it */
    SharedAnswers(Executor afterAMoment) {
        this.afterAMoment = afterAMoment;
    }

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
                question, (same, underWay) -> underWay == null ? Turn.begunWith(mine) : underWay.waitedFor(mine));
        if (turn.current() == mine) {
            begin(question, (Supplier<CompletableFuture<Object>>) (Supplier<?>) source, mine);
        }
        return (CompletableFuture<R>) (CompletableFuture<?>) turn.answerToTheLast();
    }

    private void begin(Object question, Supplier<CompletableFuture<Object>> source, CompletableFuture<Object> answer) {
        answerOf(source).whenComplete((given, failure) -> {
            if (turns.compute(question, (same, turn) -> turn == null ? null : turn.ended()) != null) {
                afterAMoment.execute(() -> beginNext(question, source));
            }
            if (failure == null) {
                answer.complete(given);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private void beginNext(Object question, Supplier<CompletableFuture<Object>> source) {
        Turn turn = turns.computeIfPresent(question, (same, gathering) -> Turn.begunWith(gathering.current()));
        begin(question, source, Objects.requireNonNull(turn).current());
    }

    private static CompletableFuture<Object> answerOf(Supplier<CompletableFuture<Object>> source) {
        try {
            return source.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    /**
     * @param current the answer that is on its way, or for which askers still gather
     * @param begun whether it is on its way, so that nobody may join any more
     * @param following the answer after it, if somebody waits for one
     */
    private record Turn(
            CompletableFuture<Object> current,
            boolean begun,
            @Nullable CompletableFuture<Object> following) {
        static Turn begunWith(CompletableFuture<Object> answer) {
            return new Turn(answer, true, null);
        }

        Turn waitedFor(CompletableFuture<Object> answer) {
            return begun && following == null ? new Turn(current, true, answer) : this;
        }

        CompletableFuture<Object> answerToTheLast() {
            return following == null ? current : following;
        }

        @Nullable
        Turn ended() {
            return following == null ? null : new Turn(following, false, null);
        }
    }
}
