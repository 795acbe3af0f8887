/** Payouts decide here; the promoter's account that asked for one is told how it ended. */
@NullMarked
package com.thec1rcle.command.payout;

import org.jspecify.annotations.NullMarked;
