package com.thec1rcle.kernel.order;

import java.time.Instant;

/** The answer to placing an order: what is on disk now. */
public record PlacedOrder(OrderId orderId, OrderStatus status, Instant holdExpiresAt, Amounts amounts) {}
