package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a refund that a guest asked for; its money is the order's affair. */
public sealed interface RefundEvent {
    RefundId refundId();

    /**
     * Somebody asked for money back.
     *
     * @param accountId whose order it is, and who is paid
     * @param evenIfUsed whether tickets that admitted somebody are taken back too: an ADMIN asked
     * @param approvalsNeeded how many people must say yes; none for small amounts
     */
    @Revision("1")
    record RefundAsked(
            RefundId refundId,
            OrderId orderId,
            EventId eventId,
            EventCreator creator,
            UserId accountId,
            UserId askedBy,
            boolean evenIfUsed,
            List<TicketId> ticketIds,
            Money amount,
            String reason,
            int approvalsNeeded)
            implements RefundEvent {}

    /**
     * Somebody said yes.
     *
     * @param evenIfUsed whether the yes holds for used tickets too: an ADMIN said it
     */
    @Revision("1")
    record RefundApproved(RefundId refundId, UserId approvedBy, boolean evenIfUsed) implements RefundEvent {}

    /** Enough people said yes, or none had to: the tickets are taken back, then the money goes. */
    @Revision("1")
    record RefundGranted(
            RefundId refundId, OrderId orderId, UserId accountId, List<TicketId> ticketIds, boolean evenIfUsed)
            implements RefundEvent {}

    /** Somebody said no, or it could not be carried out; nothing was taken and nothing paid. */
    @Revision("1")
    record RefundRejected(
            RefundId refundId,
            OrderId orderId,
            EventId eventId,
            List<TicketId> ticketIds,
            @Nullable UserId rejectedBy,
            String reason)
            implements RefundEvent {}
}
