/** Tiers, stock, tickets and their codes. */
@NullMarked
package com.thec1rcle.kernel.ticketing;

import org.jspecify.annotations.NullMarked;
