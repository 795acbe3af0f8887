package com.thec1rcle.query.promo;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoCodeView;
import com.thec1rcle.kernel.promo.PromoTerms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.annotation.Id;

/**
 * A promo code, in {@code promo_codes}.
 *
 * @param open by order, until when its use is reserved; the end of time for a claimed one
 */
record PromoCodeDocument(
        @Id String id,
        String eventId,
        String code,
        PromoTerms terms,
        boolean active,
        int used,
        Map<String, Instant> open,
        Instant createdAt,
        long version) {
    static final String COLLECTION = "promo_codes";

    /** Later than any reservation, and kept by MongoDB as it is. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    Map<String, Instant> reserving(String order, Instant now, Instant until) {
        Map<String, Instant> changed = new LinkedHashMap<>(open);
        changed.values().removeIf(end -> !now.isBefore(end));
        changed.put(order, until);
        return changed;
    }

    Map<String, Instant> claiming(String order) {
        Map<String, Instant> changed = new LinkedHashMap<>(open);
        changed.put(order, NEVER);
        return changed;
    }

    Map<String, Instant> without(String order) {
        Map<String, Instant> changed = new LinkedHashMap<>(open);
        changed.remove(order);
        return changed;
    }

    PromoCodeView toView(Instant now) {
        return new PromoCodeView(
                new PromoCodeId(id),
                new EventId(eventId),
                code,
                terms.discount(),
                terms.validFrom(),
                terms.validUntil(),
                terms.uses(),
                terms.tiers(),
                active,
                used,
                (int) open.values().stream().filter(now::isBefore).count(),
                createdAt);
    }
}
