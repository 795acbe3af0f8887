package com.thec1rcle.kernel.order;

/** Where an order stands. */
public enum OrderStatus {
    PENDING_PAYMENT,
    CONFIRMED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    EXPIRED,
    CANCELLED
}
