/** Payouts as promoters and finance see them. */
@NullMarked
package com.thec1rcle.query.payout;

import org.jspecify.annotations.NullMarked;
