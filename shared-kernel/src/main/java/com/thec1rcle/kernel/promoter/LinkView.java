package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A promoter's link and what it brought. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkView(
        LinkId linkId,
        PromoterId promoterId,
        EventId eventId,
        String code,
        boolean active,
        @Nullable Instant expiresAt,
        Instant createdAt,
        long clicks,
        long uniqueClicks,
        long orders,
        long tickets,
        Money revenue,
        Money commission) {}
