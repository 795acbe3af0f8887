package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tier as its event's people describe it; what is absent takes the usual value.
 *
 * @param admits people that one ticket admits; must be said for a group or a table
 * @param accessCode the code that opens a hidden tier; absent for a visible one
 */
public record TierDraft(
        String name,
        EntryType entryType,
        Money price,
        int stock,
        @Nullable Integer admits,
        @Nullable Integer minPerOrder,
        @Nullable Integer maxPerOrder,
        @Nullable Instant salesFrom,
        @Nullable Instant salesUntil,
        @Nullable String accessCode,
        boolean rotatingCode,
        @Nullable Rate commission,
        @Nullable Rate discount) {}
