package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which promoters may sell an event, and on what terms unless a tier has its own. */
public record PromoterTerms(boolean enabled, Mode mode, Set<PromoterId> promoterIds, Rate commission, Rate discount) {
    /** Off, with the platform's default rates. */
    public static final PromoterTerms OFF =
            new PromoterTerms(false, Mode.ALL, Set.of(), Rate.share(1500), Rate.share(1000));

    /** Whether every approved promoter may sell, or chosen ones only. */
    public enum Mode {
        ALL,
        SELECTED
    }

    public PromoterTerms {
        // Keeps the order given, so that the event is written the same way every time.
        promoterIds = Collections.unmodifiableSet(new LinkedHashSet<>(promoterIds));
    }
}
