package com.thec1rcle.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promo.PromoCodeEvent;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The uses of a promo code, counted from its events: at no moment more than there may be. */
final class PromoUses {
    /** By order: until when. */
    private final Map<OrderId, Instant> reserved = new HashMap<>();

    private final Set<OrderId> claimed = new HashSet<>();
    private final Set<OrderId> used = new HashSet<>();
    private int uses;

    void see(PromoCodeEvent event, Instant now) {
        switch (event) {
            case PromoCodeCreated code -> uses = code.terms().uses();
            case PromoCodeRevised code -> uses = code.terms().uses();
            case UseReserved use -> reserved.put(use.orderId(), use.until());
            case UseClaimed use -> {
                reserved.remove(use.orderId());
                claimed.add(use.orderId());
            }
            case UseSettled use -> {
                assertThat(claimed.remove(use.orderId())).as("claimed before").isTrue();
                assertThat(used.add(use.orderId())).as("used once").isTrue();
            }
            case UseReturned use -> {
                reserved.remove(use.orderId());
                claimed.remove(use.orderId());
            }
            default -> {
                return; // Moves no use.
            }
        }
        long standing = reserved.values().stream().filter(now::isBefore).count();
        assertThat(used.size() + claimed.size() + standing).as("uses taken").isLessThanOrEqualTo(uses);
    }

    int used() {
        return used.size();
    }

    /** In the end exactly those whose discount it was, and who have, or had, tickets. */
    void requireThatExactlyTheseUsedIt(Set<OrderId> orders) {
        assertThat(claimed).as("uses that nobody ends").isEmpty();
        assertThat(used).as("orders that used it").isEqualTo(orders);
    }
}
