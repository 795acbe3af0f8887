package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a tier's history says of its stock, counted anew from the events and from nothing else. */
final class TierStory {
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private int stock;
    private int sold;

    /** Stock that an order has; a claimed hold lapses no more. */
    private record Hold(int quantity, Instant until) {
        boolean lapsedAt(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** How the stock stood after an event: what was left, and what of the rest lapses when. */
    private record Moment(Instant at, int unreserved, Map<String, Hold> holds) {
        int leftAt(Instant now) {
            return unreserved
                    + holds.values().stream()
                            .filter(hold -> hold.lapsedAt(now))
                            .mapToInt(Hold::quantity)
                            .sum();
        }
    }

    /** Tells the story event by event; fails where more is sold and held than there is. */
    TierStory(List<JsonNode> history) {
        for (JsonNode event : history) {
            tell(event.path("name").asString(), event.path("data"));
            int unreserved = stock - sold - held();
            assertThat(unreserved).as("left after %s", event).isNotNegative();
            moments.add(new Moment(Instant.parse(event.path("at").asString()), unreserved, Map.copyOf(holds)));
        }
    }

    private void tell(String name, JsonNode data) {
        String order = data.path("orderId").asString("");
        int quantity = data.path("quantity").asInt(0);
        switch (name) {
            case "TierCreated", "StockSet" -> stock = data.path("stock").asInt();
            case "StockHeld" -> require(holds.put(order, new Hold(quantity, instant(data))) == null, name, data);
            case "HoldClaimed" -> {
                take(order, quantity, name, data);
                holds.put(order, new Hold(quantity, Instant.MAX));
            }
            case "StockReclaimed" -> require(holds.put(order, new Hold(quantity, Instant.MAX)) == null, name, data);
            case "HoldReleased", "HoldLapsed", "ClaimAbandoned" -> take(order, quantity, name, data);
            case "StockSold" -> {
                take(order, quantity, name, data);
                sold += quantity;
            }
            case "StockReturned" -> {
                sold -= quantity;
                require(sold >= 0, name, data);
            }
            default -> {
                // Nothing about stock.
            }
        }
    }

    private void take(String order, int quantity, String name, JsonNode data) {
        Hold hold = holds.remove(order);
        require(hold != null && hold.quantity() == quantity, name, data);
    }

    private static void require(boolean possible, String name, JsonNode data) {
        assertThat(possible).as("%s %s", name, data).isTrue();
    }

    private static Instant instant(JsonNode data) {
        return Instant.parse(data.path("heldUntil").asString());
    }

    private int held() {
        return holds.values().stream().mapToInt(Hold::quantity).sum();
    }

    int sold() {
        return sold;
    }

    /** Whether nothing that was paid for waits to be sold or given up. */
    boolean nothingIsClaimed() {
        return holds.values().stream().noneMatch(hold -> hold.until().equals(Instant.MAX));
    }

    int leftAt(Instant now) {
        return moments.getLast().leftAt(now);
    }

    /** The least that was left at any moment from one instant to another. */
    int leastLeft(Instant from, Instant until) {
        int least = Integer.MAX_VALUE;
        for (Moment moment : moments) {
            if (moment.at().isAfter(until)) {
                break;
            }
            if (moment.at().isBefore(from)) {
                least = moment.leftAt(from); // How it stood when the question began.
            } else {
                least = Math.min(least, moment.leftAt(moment.at()));
            }
        }
        return least;
    }
}
