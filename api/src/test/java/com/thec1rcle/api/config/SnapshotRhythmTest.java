package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.Test;

class SnapshotRhythmTest {
    private static final int LEAST = 20;
    private static final int PART = 10;

    private final List<Long> taken = new ArrayList<>();
    private long sequence = -1;
    private final Snapshotter snapshotter = (type, id) -> taken.add(sequence + 1);
    private final SnapshotRhythm rhythm = new SnapshotRhythm(snapshotter, LEAST, PART);

    @Test
    void aShortHistoryIsSavedEachSoManyEvents() {
        happen(rhythm.prepareTrigger(Object.class), 3 * LEAST + 1);

        assertThat(taken).containsExactly(20L, 40L, 60L);
    }

    @Test
    void ofALongHistoryNeverMoreThanItsPartIsReplayed() {
        happen(rhythm.prepareTrigger(Object.class), 10_000);

        long before = 0;
        for (long now : taken) {
            assertThat(now - before).isBetween((long) LEAST, Math.max(LEAST, now / PART + 1));
            before = now;
        }
        assertThat(10_000 - before).isLessThanOrEqualTo(10_000 / PART);
    }

    /** However much of its history an aggregate remembers: all snapshots together write a multiple of it. */
    @Test
    void whatSnapshotsCostStaysInProportionToWhatHappens() {
        happen(rhythm.prepareTrigger(Object.class), 100_000);

        assertThat(taken.stream().mapToLong(Long::longValue).sum()).isLessThan(100_000L * (PART + 1));
    }

    @Test
    void whoIsReadFromASnapshotGoesOnCountingFromThere() {
        sequence = 4_999;
        happen(rhythm.prepareTrigger(Object.class), 1_000);

        assertThat(taken).containsExactly(5_555L);
    }

    @Test
    void aTriggerThatWasKeptGoesOn() {
        SnapshotTrigger kept = rhythm.prepareTrigger(Object.class);
        happen(kept, LEAST - 1);
        happen(rhythm.reconfigure(Object.class, kept), 1);

        assertThat(taken).containsExactly(20L);
    }

    private void happen(SnapshotTrigger trigger, int events) {
        for (int i = 0; i < events; i++) {
            trigger.eventHandled(new GenericDomainEventMessage<>("type", "id", ++sequence, "payload"));
        }
    }
}
