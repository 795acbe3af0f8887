package com.thec1rcle.query.event;

import com.thec1rcle.kernel.event.TierView;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A tier as stored.
 *
 * @param termsVersion the version of the tier that its terms are of
 * @param waiting how many people wait for stock, and have no offer
 * @param sellingUntil when the night ends; absent until sales are open
 */
record TierDocument(
        @Id String id,
        String eventId,
        TierTerms terms,
        Availability availability,
        int waiting,
        @Nullable Instant sellingUntil,
        boolean closed,
        long termsVersion,
        long version) {

    /** With other stock, and so many more or fewer people waiting. */
    TierDocument counted(UnaryOperator<Availability> change, int more, long counted) {
        return new TierDocument(
                id,
                eventId,
                terms,
                change.apply(availability),
                waiting + more,
                sellingUntil,
                closed,
                termsVersion,
                counted);
    }

    boolean isHidden() {
        return terms.accessCode() != null;
    }

    boolean opensWith(@Nullable String code) {
        String sealed = terms.accessCode();
        return sealed == null || (code != null && AccessCode.opens(sealed, new TierId(id), code));
    }

    /** @param insider whether the viewer is one of the event's own people */
    TierView toView(Instant now, int mostPerOrder, boolean insider) {
        // What is free while people wait is theirs, though nobody may fit just now.
        int left = waiting > 0 ? 0 : availability.leftAt(now);
        return new TierView(
                new TierId(id),
                terms.name(),
                terms.entryType(),
                terms.price(),
                terms.admits(),
                terms.minPerOrder(),
                Math.min(terms.maxPerOrder(), mostPerOrder),
                terms.salesFrom(),
                terms.salesUntil(),
                isHidden(),
                terms.rotatingCode(),
                isOnSale(now),
                left,
                left <= 0,
                waiting,
                insider ? availability.stock() : null,
                insider ? availability.sold() : null,
                insider ? availability.heldAt(now) : null,
                insider ? terms.commission() : null,
                insider ? terms.discount() : null);
    }

    private boolean isOnSale(Instant now) {
        return !closed
                && sellingUntil != null
                && now.isBefore(sellingUntil)
                && (terms.salesFrom() == null || !now.isBefore(terms.salesFrom()))
                && (terms.salesUntil() == null || now.isBefore(terms.salesUntil()));
    }
}
