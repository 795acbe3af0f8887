package com.thec1rcle.command.order;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierOffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the tiers of one event offer together; a basket that exists keeps the event's limits. */
record Basket(List<TierOffer> offers) {
    /** Longest order, in tiers. */
    private static final int MAX_LINES = 20;

    Basket {
        offers = List.copyOf(offers);
    }

    /** How a tier is asked for its part. */
    @FunctionalInterface
    interface Asking {
        @Nullable
        TierOffer ask(RequestedLine line) throws Refusal;
    }

    /**
     * Asks every tier for its part, always in the same order so that two guests cannot wait for each other.
     *
     * @param granted gets each line that its tier agreed to
     */
    static Basket fill(List<RequestedLine> lines, List<RequestedLine> granted, Asking tier) throws Refusal {
        List<TierOffer> offers = new ArrayList<>();
        for (RequestedLine line : merged(lines)) {
            TierOffer offer = tier.ask(line);
            if (offer == null) {
                throw new IllegalStateException("A tier answers with an offer or refuses.");
            }
            granted.add(line);
            offers.add(offer);
        }
        Basket basket = new Basket(offers);
        basket.requireOneCurrency();
        basket.requireLimits();
        return basket;
    }

    /** One line for each tier, sorted by tier. */
    private static List<RequestedLine> merged(List<RequestedLine> lines) throws Refusal {
        Map<String, RequestedLine> byTier = new TreeMap<>();
        for (RequestedLine line : lines) {
            requirePositive(line);
            byTier.merge(line.tierId().value(), line, Basket::together);
        }
        if (byTier.isEmpty() || byTier.size() > MAX_LINES) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "An order is for 1 to " + MAX_LINES + " tiers.");
        }
        return List.copyOf(byTier.values());
    }

    private static RequestedLine together(RequestedLine one, RequestedLine other) {
        long sum = (long) one.quantity() + other.quantity();
        return new RequestedLine(one.tierId(), (int) Math.min(sum, Integer.MAX_VALUE));
    }

    private static void requirePositive(RequestedLine line) throws Refusal {
        if (line.quantity() < 1) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "A line is for one ticket or more.");
        }
    }

    private void requireOneCurrency() throws Refusal {
        if (offers.stream()
                        .map(offer -> offer.terms().price().currency())
                        .distinct()
                        .count()
                > 1) {
            throw new Refusal(ErrorCode.TIER_INVALID, "These tiers are sold in different currencies.");
        }
    }

    private void requireLimits() throws Refusal {
        OrderLimits limits = selling().limits();
        if (quantity() < limits.minPerOrder() || quantity() > limits.maxPerOrder()) {
            throw new Refusal(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An order of this event is for " + limits.minPerOrder() + " to " + limits.maxPerOrder()
                            + " tickets.");
        }
    }

    /** The event's terms; every tier was given the same. */
    SellingTerms selling() {
        return offers.getFirst().selling();
    }

    int quantity() {
        return offers.stream().mapToInt(TierOffer::quantity).sum();
    }

    /** When the first of the holds lapses. */
    Instant heldUntil() {
        return offers.stream()
                .map(Basket::heldUntil)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant heldUntil(TierOffer offer) {
        Instant until = offer.heldUntil();
        if (until == null) {
            throw new IllegalStateException("A hold says when it lapses.");
        }
        return until;
    }

    /** Refuses a total that is neither nothing nor enough for a gateway. */
    static void requirePayable(Money total) throws Refusal {
        if (!total.isZero() && total.amount() < 100) {
            throw new Refusal(ErrorCode.ORDER_TOTAL_TOO_SMALL, "A total is nothing, or 100 minor units and more.");
        }
    }
}
