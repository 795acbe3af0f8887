package com.thec1rcle.command.payment.razorpay;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How one call goes out.
 *
 * @param baseUrl where to
 * @param idempotencyKey of a refund; a repeat under it has no further effect
 */
record RazorpayCall(URI baseUrl, @Nullable String idempotencyKey) {}
