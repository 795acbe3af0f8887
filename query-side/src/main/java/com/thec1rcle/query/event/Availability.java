package com.thec1rcle.query.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stock of a tier, counted so that a hold whose time is over is free at that moment, without an event that says so.
 *
 * @param held what all holds together keep, claimed and lapsed ones too
 * @param lapsing how much of it lapses when: by second since the epoch; grows with the open holds of some minutes only
 */
record Availability(int stock, int sold, int held, Map<String, Integer> lapsing) {
    Availability {
        lapsing = new TreeMap<>(lapsing);
    }

    static Availability of(int stock) {
        return new Availability(stock, 0, 0, Map.of());
    }

    Availability restocked(int newStock) {
        return new Availability(newStock, sold, held, lapsing);
    }

    Availability hold(int quantity, Instant until) {
        return new Availability(stock, sold, held + quantity, lapsing(until, quantity));
    }

    /** A hold was given back or lapsed. */
    Availability free(int quantity, Instant until) {
        return new Availability(stock, sold, held - quantity, lapsing(until, -quantity));
    }

    /** A hold lapses no more. */
    Availability claim(int quantity, Instant until) {
        return new Availability(stock, sold, held, lapsing(until, -quantity));
    }

    /** Stock is claimed that nothing held any more. */
    Availability reclaim(int quantity) {
        return new Availability(stock, sold, held + quantity, lapsing);
    }

    Availability sell(int quantity) {
        return new Availability(stock, sold + quantity, held - quantity, lapsing);
    }

    /** Sold tickets were given back. */
    Availability giveBack(int quantity) {
        return new Availability(stock, sold - quantity, held, lapsing);
    }

    /** Claimed stock is free again. */
    Availability abandon(int quantity) {
        return new Availability(stock, sold, held - quantity, lapsing);
    }

    int heldAt(Instant now) {
        int lapsed = lapsing.entrySet().stream()
                .filter(entry -> Long.parseLong(entry.getKey()) <= now.getEpochSecond())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return held - lapsed;
    }

    int leftAt(Instant now) {
        return stock - sold - heldAt(now);
    }

    private Map<String, Integer> lapsing(Instant until, int quantity) {
        Map<String, Integer> changed = new TreeMap<>(lapsing);
        int sum = changed.merge(second(until), quantity, Integer::sum);
        if (sum == 0) {
            changed.remove(second(until));
        }
        return changed;
    }

    /** The first whole second at which it has lapsed: never shown as free too early. */
    private static String second(Instant until) {
        return Long.toString(until.getNano() == 0 ? until.getEpochSecond() : until.getEpochSecond() + 1);
    }
}
