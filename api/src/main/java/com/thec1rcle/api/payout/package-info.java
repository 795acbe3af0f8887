/** Payouts over HTTP: promoters ask, finance answers. */
@NullMarked
package com.thec1rcle.api.payout;

import org.jspecify.annotations.NullMarked;
