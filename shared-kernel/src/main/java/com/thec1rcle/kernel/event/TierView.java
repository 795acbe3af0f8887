package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tier on its event's page.
 *
 * @param available tickets left at this moment for whoever comes now; none while others wait for them
 * @param onSale whether it can be bought at this moment, if any are left
 * @param waiting how many people wait for stock
 * @param stock and what follows it: for the event's own people only; held is what is held or offered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TierView(
        TierId tierId,
        String name,
        EntryType entryType,
        Money price,
        int admits,
        int minPerOrder,
        int maxPerOrder,
        @Nullable Instant salesFrom,
        @Nullable Instant salesUntil,
        boolean hidden,
        boolean rotatingCode,
        boolean onSale,
        int available,
        boolean soldOut,
        int waiting,
        @Nullable Integer stock,
        @Nullable Integer sold,
        @Nullable Integer held,
        @Nullable Rate commission,
        @Nullable Rate discount) {}
