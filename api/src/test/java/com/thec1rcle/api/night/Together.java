package com.thec1rcle.api.night;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people do something at the same time. */
public final class Together {
    private Together() {}

    /** What each of them got, in order; all of them begin at once. */
    public static <T> List<T> allAtOnce(int times, IntFunction<T> action) {
        return someAtOnce(times, times, action);
    }

    /** What each of them got, in order; so many at a time. */
    public static <T> List<T> someAtOnce(int times, int atOnce, IntFunction<T> action) {
        try (ExecutorService everybody = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> action.apply(i))
                    .toList();
            return everybody.invokeAll(calls).stream().map(Together::answerOf).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> T answerOf(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
