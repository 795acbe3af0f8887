package com.thec1rcle.command.config;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Waiting lines, one for each key: what has the same key is worked on in order and never at the same time. A lane gets
 * one turn and then goes to the back, so that a long one does not hold up the others. A lane exists only while it has
 * work.
 */
final class Lanes<T> {
    private final ConcurrentHashMap<String, Deque<T>> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LaneSettings limits;
    private final Predicate<T> alone;
    private final Consumer<List<T>> work;
    private final ThreadPoolExecutor executor;
    private volatile boolean closed;

    /**
     * @param alone what never shares a turn
     * @param work what is done with the items of one turn, in order; at least one
     */
    Lanes(LaneSettings limits, Predicate<T> alone, Consumer<List<T>> work) {
        this.limits = limits;
        this.alone = alone;
        this.work = work;
        // Each lane is in this queue once at most, so what bounds the lanes bounds the queue.
        executor = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("aggregate-", 1).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /** Puts an item at the end of its lane; false if the lane or the whole house is full, or closed. */
    boolean offer(String key, T item) {
        if (waiting.incrementAndGet() > limits.overall() || closed || !add(key, item)) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    private boolean add(String key, T item) {
        boolean[] added = new boolean[1];
        boolean[] opened = new boolean[1];
        lanes.compute(key, (same, lane) -> {
            Deque<T> line = lane == null ? new ArrayDeque<>() : lane;
            opened[0] = lane == null;
            added[0] = line.size() < limits.perAggregate() && line.add(item);
            return line;
        });
        if (opened[0]) {
            executor.execute(() -> turn(key));
        }
        return added[0];
    }

    private void turn(String key) {
        try {
            List<T> items = take(key);
            if (!items.isEmpty()) {
                work.accept(items);
            }
        } finally {
            if (lanes.computeIfPresent(key, (same, lane) -> lane.isEmpty() ? null : lane) != null) {
                executor.execute(() -> turn(key));
            } else if (closed) {
                tellWhoCloses();
            }
        }
    }

    private List<T> take(String key) {
        List<T> items = new ArrayList<>();
        lanes.computeIfPresent(key, (same, lane) -> {
            while (!lane.isEmpty() && items.size() < limits.batch() && mayJoin(lane.getFirst(), items)) {
                items.add(lane.removeFirst());
            }
            return lane;
        });
        waiting.addAndGet(-items.size());
        return items;
    }

    private boolean mayJoin(T next, List<T> items) {
        return items.isEmpty() || !(alone.test(next) || alone.test(items.getFirst()));
    }

    /** Items that wait for their turn, over all lanes. */
    int waiting() {
        return waiting.get();
    }

    /** Lanes with something to do. */
    int open() {
        return lanes.size();
    }

    /**
     * Takes nothing more, and waits until what is here is done.
     *
     * @return what did not get its turn within this time, and never will
     */
    List<T> close(Duration limit) throws InterruptedException {
        closed = true;
        awaitEmpty(System.nanoTime() + limit.toNanos());
        List<T> left = new ArrayList<>();
        lanes.keySet()
                .forEach(key -> lanes.computeIfPresent(key, (same, lane) -> {
                    waiting.addAndGet(-lane.size());
                    left.addAll(lane);
                    lane.clear();
                    return lane;
                }));
        executor.shutdown();
        return left;
    }

    private synchronized void awaitEmpty(long until) throws InterruptedException {
        // What is offered at this very moment has been counted before it could see that the lanes are closed.
        while (waiting.get() > 0 || !lanes.isEmpty()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (millis <= 0) {
                return;
            }
            wait(Math.min(millis, 100));
        }
    }

    private synchronized void tellWhoCloses() {
        notifyAll();
    }
}
