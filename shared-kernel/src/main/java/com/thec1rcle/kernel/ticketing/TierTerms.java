package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tier sells and how.
 *
 * @param admits people that one ticket admits
 * @param accessCode keyed hash of the code that opens a hidden tier; absent for a visible one
 * @param commission overrides the event's default
 * @param discount overrides the event's default discount for buyers who come by a promoter
 */
public record TierTerms(
        String name,
        EntryType entryType,
        Money price,
        int admits,
        int minPerOrder,
        int maxPerOrder,
        @Nullable Instant salesFrom,
        @Nullable Instant salesUntil,
        @Nullable String accessCode,
        boolean rotatingCode,
        @Nullable Rate commission,
        @Nullable Rate discount) {}
