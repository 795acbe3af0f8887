package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.FollowClock;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LapseApproval;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApproved;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Wakes events when the clock has something to say: an approval lapses, a night begins, a night ends. */
@Process
@ProcessingGroup(EventClock.GROUP)
class EventClock {
    static final String GROUP = "process-event-clock";

    private final Timers timers;

    EventClock(Timers timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(EventApproved event) {
        timers.set(approval(event.eventId()), event.lapsesAt(), new LapseApproval(event.eventId()));
    }

    @EventHandler
    void on(EventApprovalLapsed event) {
        timers.cancel(approval(event.eventId()));
    }

    @EventHandler
    void on(SlotGivenUp event) {
        timers.cancel(approval(event.eventId()));
    }

    @EventHandler
    void on(EventPublished event) {
        timers.cancel(approval(event.eventId()));
        timers.set(beginning(event.eventId()), event.slot().from(), new FollowClock(event.eventId()));
        timers.set(end(event.eventId()), event.slot().until(), new FollowClock(event.eventId()));
    }

    @EventHandler
    void on(EventCompleted event) {
        cancelAll(event.eventId());
    }

    @EventHandler
    void on(EventCancelled event) {
        cancelAll(event.eventId());
    }

    private void cancelAll(EventId event) {
        timers.cancel(approval(event));
        timers.cancel(beginning(event));
        timers.cancel(end(event));
    }

    private static String approval(EventId event) {
        return "event-approval|" + event.value();
    }

    private static String beginning(EventId event) {
        return "event-begins|" + event.value();
    }

    private static String end(EventId event) {
        return "event-ends|" + event.value();
    }
}
