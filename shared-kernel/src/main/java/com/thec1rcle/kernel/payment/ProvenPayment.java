package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderStatus;

/**
 * A payment whose proof holds.
 *
 * @param status where its order stands
 * @param amount what is to be captured
 * @param captured whether the money is there already
 */
public record ProvenPayment(OrderStatus status, Money amount, boolean captured) {}
