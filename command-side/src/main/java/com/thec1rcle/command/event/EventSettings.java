package com.thec1rcle.command.event;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.PromoterTerms.Mode;
import com.thec1rcle.kernel.money.Rate;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an event has unless its people say otherwise.
 *
 * @param doorsBefore how long before the slot the doors open
 * @param commission promoters' share of the net price, in basis points
 * @param discount what buyers who come by a promoter save, in basis points
 * @param maxPerOrder tickets of one order at most
 * @param maxPerAccount tickets of one account at most, over all its orders
 */
@ConfigurationProperties("c1rcle.event")
public record EventSettings(
        @DefaultValue("PT3H") Duration doorsBefore,
        @DefaultValue("1500") int commission,
        @DefaultValue("1000") int discount,
        @DefaultValue("10") int maxPerOrder,
        @DefaultValue("10") int maxPerAccount) {

    public EventSettings {
        try {
            StepRules.requireLimits(new OrderLimits(1, maxPerOrder, maxPerAccount));
        } catch (Refusal | IllegalArgumentException unfit) {
            throw new IllegalArgumentException(
                    "c1rcle.event.max-per-order is 1 to 100, and max-per-account 1 to 1000.", unfit);
        }
    }

    /** The limits of an event that names none. */
    OrderLimits limits() {
        return new OrderLimits(1, maxPerOrder, maxPerAccount);
    }

    /** Promoters off, with the usual rates. */
    PromoterTerms noPromoters() {
        return new PromoterTerms(false, Mode.ALL, Set.of(), Rate.share(commission), Rate.share(discount));
    }
}
