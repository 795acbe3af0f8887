/** Payouts of commission to promoters. */
@NullMarked
package com.thec1rcle.kernel.payout;

import org.jspecify.annotations.NullMarked;
