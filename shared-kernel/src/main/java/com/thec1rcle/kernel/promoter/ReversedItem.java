package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.ticketing.TierId;

/** Commission taken back for tickets of one tier: of which net price, and how much. */
public record ReversedItem(TierId tierId, int tickets, Money base, Money amount) {}
