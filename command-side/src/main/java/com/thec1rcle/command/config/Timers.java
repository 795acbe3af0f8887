package com.thec1rcle.command.config;

import java.time.Instant;

/**
 * Durable alarms: the command is sent as the system when the time has come, after any crash, at least once. The
 * aggregate that gets it checks the clock itself, so an alarm too many or too late is harmless.
 */
public interface Timers {
    /** Sets the alarm of this id, replacing an earlier one. */
    void set(String id, Instant due, Object command);

    /** Takes the alarm back; nothing happens if there is none. */
    void cancel(String id);
}
