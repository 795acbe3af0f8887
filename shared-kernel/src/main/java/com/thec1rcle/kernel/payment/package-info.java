/** Payments and refunds through a gateway. */
@NullMarked
package com.thec1rcle.kernel.payment;

import org.jspecify.annotations.NullMarked;
