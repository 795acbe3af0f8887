package com.thec1rcle.kernel.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies one notice of a payment gateway; repeats of the notice carry the same id. */
public record NoticeId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoticeId {
        Identifier.requireForm(value);
    }

    /** The id for what the gateway calls the notice, whatever characters it uses. */
    public static NoticeId of(String gatewayNotice) {
        return new NoticeId(Identifier.derive("notice", gatewayNotice));
    }

    @Override
    public String toString() {
        return value;
    }
}
