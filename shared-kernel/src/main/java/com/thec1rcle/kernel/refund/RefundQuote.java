package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.util.List;

/** What a refund would take back and give; the answer to an order's QuoteRefund. */
public record RefundQuote(
        OrderId orderId, EventId eventId, UserId accountId, List<TicketId> ticketIds, RefundAmounts amounts) {
    public RefundQuote {
        ticketIds = List.copyOf(ticketIds);
    }
}
