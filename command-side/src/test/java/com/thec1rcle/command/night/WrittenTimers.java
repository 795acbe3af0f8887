package com.thec1rcle.command.night;

import com.thec1rcle.command.config.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Alarms on a list; somebody must look whether one is due. */
final class WrittenTimers implements Timers {
    private final Map<String, Alarm> alarms = new TreeMap<>();

    /** What is to be asked when. */
    record Alarm(String id, Instant due, Object command) {}

    @Override
    public void set(String id, Instant due, Object command) {
        alarms.put(id, new Alarm(id, due, command));
    }

    @Override
    public void cancel(String id) {
        alarms.remove(id);
    }

    void clear() {
        alarms.clear();
    }

    /** The alarms whose time has come, the oldest first; they are taken off the list. */
    List<Alarm> due(Instant now) {
        List<Alarm> due = new ArrayList<>(alarms.values());
        due.removeIf(alarm -> alarm.due().isAfter(now));
        due.sort(Comparator.comparing(Alarm::due));
        due.forEach(alarm -> alarms.remove(alarm.id(), alarm));
        return due;
    }

    Optional<Instant> next() {
        return alarms.values().stream().map(Alarm::due).min(Comparator.naturalOrder());
    }
}
