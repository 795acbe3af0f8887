package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterRetriesTest {
    private static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");

    private final EventProcessingConfiguration processing = mock(EventProcessingConfiguration.class);
    private final DeadLetterRetries retries = new DeadLetterRetries(processing, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        retries.stop();
    }

    @Test
    void allThatIsDueIsTriedAtOnceAndWhatIsNotWaits() {
        AtomicInteger tried = new AtomicInteger();
        Queue<DeadLetter<EventMessage<?>>> letters = new ConcurrentLinkedQueue<>(IntStream.range(0, 150)
                .mapToObj(i -> letter(Duration.ofSeconds(10)))
                .toList());
        DeadLetter<EventMessage<?>> young = letter(Duration.ZERO);
        letters.add(young);
        groups(Map.of("process-a", queue(letters, tried::incrementAndGet)));
        retries.start();
        await().until(() -> tried.get() == 150);
        assertThat(letters).containsExactly(young);
    }

    @Test
    void aProcessThatHangsKeepsNoOtherWaiting() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger tried = new AtomicInteger();
        groups(Map.of(
                "process-a",
                queue(new ArrayDeque<>(List.of(letter(Duration.ofMinutes(1)))), () -> awaitOpening(hanging)),
                "process-b",
                queue(
                        new ArrayDeque<>(List.of(letter(Duration.ofMinutes(1)), letter(Duration.ofMinutes(1)))),
                        tried::incrementAndGet)));
        retries.start();
        await().until(() -> tried.get() == 2);
        hanging.countDown();
    }

    private static void awaitOpening(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the framework does: the first letter that matches is tried. */
    @SuppressWarnings("unchecked")
    private static SequencedDeadLetterProcessor<EventMessage<?>> queue(
            Queue<DeadLetter<EventMessage<?>>> letters, Runnable trying) {
        SequencedDeadLetterProcessor<EventMessage<?>> processor = mock(SequencedDeadLetterProcessor.class);
        doAnswer(call -> {
                    Predicate<DeadLetter<? extends EventMessage<?>>> filter = call.getArgument(0);
                    Optional<DeadLetter<EventMessage<?>>> first =
                            letters.stream().filter(filter).findFirst();
                    first.ifPresent(letter -> {
                        trying.run();
                        letters.remove(letter);
                    });
                    return first.isPresent();
                })
                .when(processor)
                .process(any(Predicate.class));
        return processor;
    }

    private void groups(Map<String, SequencedDeadLetterProcessor<EventMessage<?>>> groups) {
        Map<String, EventProcessor> processors = new HashMap<>();
        groups.keySet().forEach(group -> processors.put(group, mock(EventProcessor.class)));
        when(processing.eventProcessors()).thenReturn(processors);
        when(processing.sequencedDeadLetterProcessor(anyString()))
                .thenAnswer(call -> Optional.ofNullable(groups.get(call.<String>getArgument(0))));
    }

    @SuppressWarnings("unchecked")
    private static DeadLetter<EventMessage<?>> letter(Duration age) {
        DeadLetter<EventMessage<?>> letter = mock(DeadLetter.class);
        when(letter.lastTouched()).thenReturn(NOW.minus(age));
        when(letter.diagnostics()).thenReturn(MetaData.emptyInstance());
        return letter;
    }
}
