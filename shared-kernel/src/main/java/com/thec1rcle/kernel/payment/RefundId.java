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

    /** The refund of a payment that goes back by itself: all of it, or all that is left of it. */
    public static RefundId of(OrderId order, String paymentId) {
        return new RefundId(Identifier.derive("refund", order.value(), paymentId));
    }

    /** What stands for the giving back of a whole order whose event was called off, whether or not it was paid. */
    public static RefundId ofWhole(OrderId order) {
        return new RefundId(Identifier.derive("whole-refund", order.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
