package com.thec1rcle.kernel.promoter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a promoter's account; one per user, derived from it. */
public record PromoterId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromoterId {
        Identifier.requireForm(value);
    }

    public static PromoterId of(UserId user) {
        return new PromoterId(Identifier.derive("promoter", user.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
