/** Guests ask for refunds, others decide about them, and all see what became of the money. */
@NullMarked
package com.thec1rcle.api.refund;

import org.jspecify.annotations.NullMarked;
