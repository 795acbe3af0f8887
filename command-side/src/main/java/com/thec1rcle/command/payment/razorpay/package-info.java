/** Razorpay: orders, payments and refunds over its own library, which is kept at arm's length. */
@NullMarked
package com.thec1rcle.command.payment.razorpay;

import org.jspecify.annotations.NullMarked;
