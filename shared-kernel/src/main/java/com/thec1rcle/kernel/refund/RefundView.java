package com.thec1rcle.kernel.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it is shown.
 *
 * @param ticketIds which tickets it takes back; empty for money that no ticket was given for, and for a cancelled event
 * @param note why the guest asked
 * @param approvedBy who said yes; only for those who may decide
 * @param rejection why it was refused
 * @param failure why the gateway could not give the money back the last time
 * @param attempts how often the gateway was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundView(
        RefundId refundId,
        OrderId orderId,
        EventId eventId,
        RefundStatus status,
        RefundReason reason,
        Money amount,
        List<TicketId> ticketIds,
        @Nullable String note,
        int approvals,
        int approvalsNeeded,
        @Nullable List<UserId> approvedBy,
        @Nullable String rejection,
        @Nullable String failure,
        int attempts,
        Instant at,
        Instant changedAt) {
    public RefundView {
        ticketIds = List.copyOf(ticketIds);
    }
}
