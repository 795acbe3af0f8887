package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.money.Money;

/** The parts of an order's total, frozen when it is placed: total = subtotal - discount + fees + tax. */
public record Amounts(Money subtotal, Money discount, Money platformFee, Money paymentFee, Money tax, Money total) {}
