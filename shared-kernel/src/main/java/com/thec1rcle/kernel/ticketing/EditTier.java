package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes a tier of an event that is open for changes; refused with EVENT_LOCKED while the venue decides.
 *
 * @param changes absent parts stay as they are
 */
public record EditTier(
        EventId eventId,
        @TargetAggregateIdentifier @RoutingKey TierId tierId,
        TierChanges changes) {
    /**
     * What is to be different; what is absent stays.
     *
     * @param accessCode the code itself; an empty one makes the tier visible to all
     */
    public record TierChanges(
            @Nullable String name,
            @Nullable Money price,
            @Nullable Integer stock,
            @Nullable Integer admits,
            @Nullable Integer minPerOrder,
            @Nullable Integer maxPerOrder,
            @Nullable Instant salesFrom,
            @Nullable Instant salesUntil,
            @Nullable Rate commission,
            @Nullable Rate discount,
            @Nullable String accessCode,
            @Nullable Boolean rotatingCode) {}
}
