/** Payments: the gateway as a port, proofs and notices of payment, captures and refunds seen through. */
@NullMarked
package com.thec1rcle.command.payment;

import org.jspecify.annotations.NullMarked;
