package com.thec1rcle.kernel.promo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Identifier;
import java.util.Locale;

/** Identifies a promo code; derived from its event and its spelling, so that an event has each code once. */
public record PromoCodeId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromoCodeId {
        Identifier.requireForm(value);
    }

    public static PromoCodeId of(EventId event, String code) {
        return new PromoCodeId(Identifier.derive("promo-code", event.value(), spelt(code)));
    }

    /** The same for every way people type a code: case and surrounding blanks do not matter. */
    public static String spelt(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
