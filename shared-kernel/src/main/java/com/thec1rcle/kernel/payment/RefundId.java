package com.thec1rcle.kernel.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.order.OrderId;

/** Identifies a refund. */
public record RefundId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        Identifier.requireForm(value);
    }

    /** The one refund of a whole payment. */
    public static RefundId of(OrderId order, String paymentId) {
        return new RefundId(Identifier.derive("refund", order.value(), paymentId));
    }

    @Override
    public String toString() {
        return value;
    }
}
