package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.ticketing.TierId;

/** What a guest asks for: so many tickets of a tier. */
public record RequestedLine(TierId tierId, int quantity) {}
