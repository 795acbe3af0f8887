package com.thec1rcle.command.ticketing;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.ticketing.WaitingPlace;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who waits for a tier's stock, in the order of joining, and for whom some is set aside just now. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.ANY)
final class WaitingLine {
    /** By account, the first to join first. */
    private Map<String, Place> waiting = new LinkedHashMap<>();

    /** By account: those whose turn it is. */
    private Map<String, Offer> offers = new LinkedHashMap<>();

    /** By order, while it is held only: the offers that orders took. */
    private Map<String, Taken> taken = new HashMap<>();

    /** What all offers together keep from the stock, lapsed ones too. */
    private int offered;

    // ---- what it knows -----------------------------------------------------------------------------------------

    boolean isEmpty() {
        return waiting.isEmpty() && offers.isEmpty();
    }

    int size() {
        return waiting.size() + offers.size();
    }

    int offered() {
        return offered;
    }

    @Nullable
    Place placeOf(UserId account) {
        return waiting.get(account.value());
    }

    @Nullable
    Offer offerTo(UserId account) {
        return offers.get(account.value());
    }

    /** Where an account stands in line, or that it is its turn; nothing if it is not in line. */
    @Nullable
    WaitingPlace describe(UserId account, Instant now) {
        Offer offer = offers.get(account.value());
        if (offer != null && offer.standsAt(now)) {
            return new WaitingPlace(offer.entryId(), offer.quantity(), 0, offer.until());
        }
        Place place = waiting.get(account.value());
        return place == null ? null : new WaitingPlace(place.entryId(), place.quantity(), positionOf(account), null);
    }

    private int positionOf(UserId account) {
        int position = 0;
        for (String each : waiting.keySet()) {
            position++;
            if (each.equals(account.value())) {
                break;
            }
        }
        return position;
    }

    /** The offer that an order took, while its hold stands. */
    @Nullable
    Taken takenBy(OrderId order) {
        return taken.get(order.value());
    }

    /** The offers whose time is over, by account. */
    Map<String, Offer> lapsedAt(Instant now) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        Map<String, Offer> lapsed = new LinkedHashMap<>();
        offers.forEach((account, offer) -> {
            if (!offer.standsAt(now)) {
                lapsed.put(account, offer);
            }
        });
        return lapsed;
    }

    // ---- whose turn it is --------------------------------------------------------------------------------------

    /** Works out whose turn it is when so much is free: in order of joining, whoever fits; nothing of it has happened. */
    Turn turnOn(int free) {
        Map<String, Place> called = new LinkedHashMap<>();
        int left = free;
        String next = null;
        for (Map.Entry<String, Place> each : waiting.entrySet()) {
            if (each.getValue().quantity() <= left) {
                called.put(each.getKey(), each.getValue());
                left -= each.getValue().quantity();
            } else if (next == null) {
                next = each.getKey();
            }
            if (left <= 0 && next != null) {
                break;
            }
        }
        return new Turn(called, left, next);
    }

    /** What one account could take on this turn: what is its own, and what nobody else waits for. */
    int availableTo(UserId account, Turn turn, Instant now) {
        Offer offer = offers.get(account.value());
        Place called = turn.called().get(account.value());
        int own = offer != null && offer.standsAt(now) ? offer.quantity() : called != null ? called.quantity() : 0;
        boolean nobodyBefore = turn.next() == null || turn.next().equals(account.value());
        return own + (nobodyBefore ? turn.left() : 0);
    }

    // ---- what has happened -------------------------------------------------------------------------------------

    void join(UserId account, Place place) {
        waiting.put(account.value(), place);
    }

    void leave(UserId account) {
        waiting.remove(account.value());
    }

    void offer(UserId account, Offer offer) {
        waiting.remove(account.value());
        offers.put(account.value(), offer);
        offered += offer.quantity();
    }

    void drop(UserId account) {
        Offer gone = offers.remove(account.value());
        if (gone != null) {
            offered -= gone.quantity();
        }
    }

    void take(UserId account, OrderId order) {
        Offer offer = offers.get(account.value());
        drop(account);
        if (offer != null) {
            taken.put(order.value(), new Taken(account.value(), offer));
        }
    }

    /** The order's hold is over: what it took cannot be restored any more. */
    void forget(OrderId order) {
        taken.remove(order.value());
    }

    /** Nothing sells any more, so nobody waits. */
    void dissolve() {
        waiting.clear();
        offers.clear();
        offered = 0;
    }

    /** One who waits. */
    record Place(WaitingListEntryId entryId, int quantity) {}

    /** Stock set aside for one account. */
    record Offer(WaitingListEntryId entryId, int quantity, Instant until) {
        boolean standsAt(Instant now) {
            return now.isBefore(until);
        }
    }

    /** An offer that an order took. */
    record Taken(String accountId, Offer offer) {}

    /**
     * Whose turn it is.
     *
     * @param called by account, those who get an offer
     * @param left what is free after that
     * @param next the first of those who go on waiting
     */
    record Turn(
            Map<String, Place> called, int left, @Nullable String next) {}
}
