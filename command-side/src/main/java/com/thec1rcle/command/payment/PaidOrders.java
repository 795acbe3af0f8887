package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderStatus;

/** What follows when money has come. */
public interface PaidOrders {
    /**
     * Records the money and sees its order through, to its tickets or to money back; answers where it stands then. If
     * others recorded the money before, they see it through, and the answer is where it stands now.
     */
    OrderStatus settle(RecordCapture money) throws Refusal;
}
