/** Refunds: what guests give back, who says yes to it, and what became of the money. */
@NullMarked
package com.thec1rcle.kernel.refund;

import org.jspecify.annotations.NullMarked;
