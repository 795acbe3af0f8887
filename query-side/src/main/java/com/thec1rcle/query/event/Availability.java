package com.thec1rcle.query.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stock of a tier, counted so that a hold or offer whose time is over is free at that moment, without an event that
 * says so.
 *
 * @param held what all holds and offers together keep, claimed and lapsed ones too
 * @param offers how much of it is offered to people who waited, by the second at which the offer lapses
 * @param lapsing how much of it lapses when: by second since the epoch; grows with the open holds of some minutes only
 */
record Availability(int stock, int sold, int held, Map<String, Integer> lapsing, Map<String, Integer> offers) {
    Availability {
        lapsing = new TreeMap<>(lapsing);
        offers = new TreeMap<>(offers);
    }

    static Availability of(int stock) {
        return new Availability(stock, 0, 0, Map.of(), Map.of());
    }

    Availability restocked(int newStock) {
        return new Availability(newStock, sold, held, lapsing, offers);
    }

    Availability hold(int quantity, Instant until) {
        return new Availability(stock, sold, held + quantity, lapsing(until, quantity), offers);
    }

    /** A hold was given back or lapsed. */
    Availability free(int quantity, Instant until) {
        return new Availability(stock, sold, held - quantity, lapsing(until, -quantity), offers);
    }

    /** A hold lapses no more. */
    Availability claim(int quantity, Instant until) {
        return new Availability(stock, sold, held, lapsing(until, -quantity), offers);
    }

    /** Stock is claimed that nothing held any more. */
    Availability reclaim(int quantity) {
        return new Availability(stock, sold, held + quantity, lapsing, offers);
    }

    Availability sell(int quantity) {
        return new Availability(stock, sold + quantity, held - quantity, lapsing, offers);
    }

    /** Sold tickets were given back. */
    Availability giveBack(int quantity) {
        return new Availability(stock, sold - quantity, held, lapsing, offers);
    }

    /** Claimed stock is free again. */
    Availability abandon(int quantity) {
        return new Availability(stock, sold, held - quantity, lapsing, offers);
    }

    /** Set aside for somebody who waited. */
    Availability offer(int quantity, Instant until) {
        return new Availability(stock, sold, held + quantity, lapsing, merged(offers, until, quantity));
    }

    /** An offer was taken, given up, or has lapsed. */
    Availability endOffer(int quantity, Instant until) {
        return new Availability(stock, sold, held - quantity, lapsing, merged(offers, until, -quantity));
    }

    /** Nobody waits any more. */
    Availability withoutOffers() {
        return new Availability(stock, sold, held - sum(offers), lapsing, Map.of());
    }

    int heldAt(Instant now) {
        return held - lapsedAt(now, lapsing) - lapsedAt(now, offers);
    }

    private static int lapsedAt(Instant now, Map<String, Integer> lapsing) {
        return lapsing.entrySet().stream()
                .filter(entry -> Long.parseLong(entry.getKey()) <= now.getEpochSecond())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static int sum(Map<String, Integer> lapsing) {
        return lapsing.values().stream().mapToInt(Integer::intValue).sum();
    }

    int leftAt(Instant now) {
        return stock - sold - heldAt(now);
    }

    private Map<String, Integer> lapsing(Instant until, int quantity) {
        return merged(lapsing, until, quantity);
    }

    private static Map<String, Integer> merged(Map<String, Integer> lapsing, Instant until, int quantity) {
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
