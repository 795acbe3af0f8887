/** Payments over HTTP: begun, proven by the guest, reported by the gateway. */
@NullMarked
package com.thec1rcle.api.payment;

import org.jspecify.annotations.NullMarked;
