package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.TierId;

/** Commission on one tier's part of an order: how it was worked out, line by line. */
public record CommissionItem(TierId tierId, int tickets, Money base, Rate rate, Money amount) {}
