package com.thec1rcle.query.promo;

import com.thec1rcle.kernel.event.EventCreator;
import org.springframework.data.annotation.Id;

/** Whose promo codes an event's are, in {@code promo_code_owners}. */
record PromoCodeOwnerDocument(@Id String id, EventCreator creator) {
    static final String COLLECTION = "promo_code_owners";
}
