package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many came, left and were refused at an event's door, in people but for refusals, which are attempts. What was
 * undone does not count.
 *
 * @param capacity of the venue
 * @param admitted people whom tickets admitted; who comes back is not admitted again
 * @param returned people who came back
 * @param exited people who left
 */
public record DoorCount(
        EventId eventId,
        int inside,
        int capacity,
        boolean full,
        int admitted,
        int returned,
        int exited,
        Map<Verdict, Integer> refused,
        List<TierCount> tiers,
        List<GateCount> gates) {

    /** At one kind of ticket; the refusals are of its tickets. */
    public record TierCount(
            TierId tierId,
            String tierName,
            int inside,
            int admitted,
            int returned,
            int exited,
            Map<Verdict, Integer> refused) {}

    /**
     * At one scanning device; without device and gate, what was scanned without one.
     *
     * @param gate the device's name; absent for a device that was never bound
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GateCount(
            @Nullable DeviceId deviceId,
            @Nullable String gate,
            int admitted,
            int returned,
            int exited,
            Map<Verdict, Integer> refused) {}
}
