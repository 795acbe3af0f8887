package com.thec1rcle.api.jar;

import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One buyer at an on-sale: what was wanted, and every answer that came. */
final class Purchase {
    final int number;
    final Person guest;
    final Intention intention;
    final boolean byLink;

    /** How many of each tier. */
    final SortedMap<Tier, Integer> basket;

    @Nullable
    Refused refused;

    @Nullable
    String orderId;

    @Nullable
    JsonNode amounts;

    /** Whether the time to pay was over before the payment began. */
    boolean tooLate;

    /** Whether the proof of payment was accepted. */
    boolean proven;

    /** By refund id: the tickets that were given back. */
    final Map<String, List<String>> refunds = new HashMap<>();

    /** By ticket: the codes that this guest had before giving any back. */
    final Map<String, String> codesOfBefore = new HashMap<>();

    /** What a buyer is up to. */
    enum Intention {
        NEVER_PAYS,
        KEEPS_ALL,
        GIVES_ONE_BACK,
        GIVES_ALL_BACK
    }

    /** What is on sale; sorted as orders sort their lines. */
    record Tier(String id, String name, String entryType, long price, int stock, int most) implements Comparable<Tier> {
        @Override
        public int compareTo(Tier other) {
            return id.compareTo(other.id);
        }
    }

    /** Sold out: which tier, and when it was asked and answered; if the same was answered before, when first asked. */
    record Refused(JsonNode problem, Instant asked, Instant answered) {}

    Purchase(int number, Person guest, Random random, List<Tier> tiers) {
        this.number = number;
        this.guest = guest;
        this.intention = intention(number);
        this.byLink = random.nextInt(4) == 0;
        this.basket = basket(random, tiers);
    }

    /** A third never pays, a tenth gives back what was bought. */
    private static Intention intention(int number) {
        if (number % 3 == 2) {
            return Intention.NEVER_PAYS;
        }
        return switch (number % 20) {
            case 0 -> Intention.GIVES_ONE_BACK;
            case 10, 13 -> Intention.GIVES_ALL_BACK;
            default -> Intention.KEEPS_ALL;
        };
    }

    private static SortedMap<Tier, Integer> basket(Random random, List<Tier> tiers) {
        List<Tier> wanted = new ArrayList<>(tiers);
        int kinds = 1 + random.nextInt(tiers.size());
        while (wanted.size() > kinds) {
            wanted.remove(random.nextInt(wanted.size()));
        }
        SortedMap<Tier, Integer> basket = new TreeMap<>();
        wanted.forEach(tier -> basket.put(tier, 1 + random.nextInt(tier.most())));
        return basket;
    }

    Map<String, Object> body(String eventId, String code) {
        Map<String, Object> body = new HashMap<>(NightClient.basket(eventId, "", 1));
        body.put(
                "lines",
                basket.entrySet().stream()
                        .map(line -> Map.of("tierId", line.getKey().id(), "quantity", line.getValue()))
                        .toList());
        if (byLink) {
            body.put("promoterCode", code);
        }
        return body;
    }

    boolean isPlaced() {
        return orderId != null;
    }

    boolean isGivenBack(String ticketId) {
        return refunds.values().stream().anyMatch(back -> back.contains(ticketId));
    }

    // ---- What it must cost, worked out from the prices on the poster --------------------------------------------

    long subtotal(Tier tier) {
        return tier.price() * basket.getOrDefault(tier, 0);
    }

    long net(Tier tier) {
        return subtotal(tier) - (byLink ? share(subtotal(tier), 1_000) : 0);
    }

    long commission(Tier tier) {
        return byLink ? share(net(tier), 1_500) : 0;
    }

    long net() {
        return basket.keySet().stream().mapToLong(this::net).sum();
    }

    long commission() {
        return basket.keySet().stream().mapToLong(this::commission).sum();
    }

    Map<String, Long> expectedAmounts() {
        long subtotal = basket.keySet().stream().mapToLong(this::subtotal).sum();
        long platformFee = share(net(), 500);
        long paymentFee = share(net(), 250);
        long tax = share(platformFee + paymentFee, 1_800);
        return Map.of(
                "subtotal", subtotal,
                "discount", subtotal - net(),
                "platformFee", platformFee,
                "paymentFee", paymentFee,
                "tax", tax,
                "total", net() + platformFee + paymentFee + tax);
    }

    /** The part of a line's sum that one of its tickets has; the parts add up to the sum. */
    static long part(long sum, int copy, int copies) {
        return rounded(sum * (copy + 1), copies) - rounded(sum * copy, copies);
    }

    private static long share(long sum, int basisPoints) {
        return rounded(sum * basisPoints, 10_000);
    }

    private static long rounded(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
