package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of promo codes. */
public sealed interface PromoCodeQuery {
    /** An event's codes, the latest first, for those who make them; answers a PromoCodeList. */
    record FindPromoCodes(
            EventId eventId, Actor viewer, @Nullable String cursor, int limit) implements PromoCodeQuery {}
}
