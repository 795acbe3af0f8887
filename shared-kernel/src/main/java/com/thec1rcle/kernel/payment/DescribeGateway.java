package com.thec1rcle.kernel.payment;

import org.axonframework.commandhandling.RoutingKey;

/** Asks who takes the money and under which public key; answers a PaymentProvider and changes nothing. */
public record DescribeGateway(@RoutingKey String currency) {}
