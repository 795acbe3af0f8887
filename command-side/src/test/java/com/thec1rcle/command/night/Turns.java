package com.thec1rcle.command.night;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** People who act at the same moment, one step at a time, in an order that can be repeated. */
final class Turns {
    private static final int PATIENCE_SECONDS = 20;

    private final ThreadLocal<Person> me = new ThreadLocal<>();
    private final List<Person> people = new ArrayList<>();

    /** Somebody who does this once they are let. */
    void add(Runnable deeds) {
        people.add(new Person(deeds));
    }

    /** Whoever comes here waits to be let on. */
    void await() {
        Person person = me.get();
        if (person != null) {
            person.stepped.release();
            person.waitForTurn();
        }
    }

    boolean isOver() {
        return people.isEmpty();
    }

    /** Lets one of those who are not done take a step. */
    void next(int number) {
        Person person = people.get(number % people.size());
        person.step();
        if (person.done) {
            people.remove(person);
        }
    }

    private static void take(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody goes on.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private final class Person {
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore stepped = new Semaphore(0);
        private volatile boolean done;
        private volatile Throwable failure;

        Person(Runnable deeds) {
            Thread.ofVirtual().start(() -> live(deeds));
        }

        private void live(Runnable deeds) {
            me.set(this);
            try {
                waitForTurn();
                deeds.run();
            } catch (RuntimeException | AssertionError failed) {
                failure = failed;
            } finally {
                done = true;
                stepped.release();
            }
        }

        private void waitForTurn() {
            take(turn);
        }

        private void step() {
            turn.release();
            take(stepped);
            if (failure != null) {
                throw new AssertionError(failure);
            }
        }
    }
}
