package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tier answers to a hold or a quote: everything an order freezes.
 *
 * @param heldUntil when the hold lapses; absent for a quote
 */
public record TierOffer(
        TierId tierId,
        EventId eventId,
        int quantity,
        int available,
        TierTerms terms,
        SellingTerms selling,
        @Nullable Instant heldUntil) {}
