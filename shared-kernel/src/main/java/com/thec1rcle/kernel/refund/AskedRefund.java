package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.payment.RefundId;

/** The answer to asking for a refund. */
public record AskedRefund(RefundId refundId, RefundStatus status) {}
