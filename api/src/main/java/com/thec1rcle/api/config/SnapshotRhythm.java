package com.thec1rcle.api.config;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Snapshots at intervals that grow with the history: what an aggregate remembers may grow with it too, and a snapshot
 * of all open holds each few hundred events would cost more than the holds themselves.
 */
final class SnapshotRhythm implements SnapshotTriggerDefinition {
    private final Snapshotter snapshotter;
    private final int leastEvents;
    private final int partOfHistory;

    /**
     * @param leastEvents events between two snapshots at least
     * @param partOfHistory the part of the history, as its denominator, that is at most replayed after a snapshot
     */
    SnapshotRhythm(Snapshotter snapshotter, int leastEvents, int partOfHistory) {
        this.snapshotter = snapshotter;
        this.leastEvents = leastEvents;
        this.partOfHistory = partOfHistory;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, leastEvents, partOfHistory);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
        if (trigger instanceof Trigger known) {
            known.setSnapshotter(snapshotter);
            return known;
        }
        return prepareTrigger(aggregateType);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {
        private static final long serialVersionUID = 1L;

        private final int leastEvents;
        private final int partOfHistory;
        private long events;
        private long history;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int leastEvents, int partOfHistory) {
            super(snapshotter, aggregateType);
            this.leastEvents = leastEvents;
            this.partOfHistory = partOfHistory;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (message instanceof DomainEventMessage<?> event) {
                history = event.getSequenceNumber() + 1;
            }
            super.eventHandled(message);
        }

        @Override
        protected boolean exceedsThreshold() {
            events++;
            return events >= Math.max(leastEvents, history / partOfHistory);
        }

        @Override
        protected void reset() {
            events = 0;
        }
    }
}
