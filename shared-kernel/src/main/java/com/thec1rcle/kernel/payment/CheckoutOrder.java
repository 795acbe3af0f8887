package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;

/** What a checkout window needs to take the money for an order. */
public record CheckoutOrder(OrderId orderId, String gatewayOrderId, Money amount, String keyId) {}
