package com.thec1rcle.kernel.order;

import org.axonframework.commandhandling.RoutingKey;

/** Asks that what was begun with the stock of an order be finished, should it not be by now. */
public record FinishOrder(@RoutingKey OrderId orderId) {}
