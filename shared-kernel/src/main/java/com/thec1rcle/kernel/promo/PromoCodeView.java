package com.thec1rcle.kernel.promo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promo code as those who made it see it.
 *
 * @param used by confirmed orders
 * @param reserved by orders that are not paid yet, or just being confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromoCodeView(
        PromoCodeId promoCodeId,
        EventId eventId,
        String code,
        PromoDiscount discount,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer uses,
        List<TierId> tierIds,
        boolean active,
        int used,
        int reserved,
        Instant createdAt) {}
