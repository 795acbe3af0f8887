package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What a guest who wants to pay is to pay.
 *
 * @param again whether it was asked for before, so that the gateway may have opened its order already
 * @param checkout what the gateway opened, once it is recorded
 */
public record RequestedPayment(
        OrderId orderId,
        Money amount,
        boolean again,
        @Nullable CheckoutOrder checkout) {}
