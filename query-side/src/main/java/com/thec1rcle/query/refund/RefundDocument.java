package com.thec1rcle.query.refund;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One refund, in {@code refunds}.
 *
 * @param version of the refund itself, which says who said yes or no; below zero for one that nobody asked for
 * @param orderVersion of its order, which says what became of the money
 */
record RefundDocument(
        @Id String id,
        String orderId,
        String eventId,
        String accountId,
        EventCreator creator,
        RefundStatus status,
        RefundReason reason,
        Money amount,
        List<String> ticketIds,
        @Nullable String note,
        int approvalsNeeded,
        List<String> approvedBy,
        @Nullable String rejection,
        @Nullable String failure,
        int attempts,
        Instant at,
        Instant changedAt,
        long version,
        long orderVersion) {
    static final String COLLECTION = "refunds";

    boolean isOf(Actor viewer) {
        return accountId.equals(viewer.userId().value());
    }

    /** Whether the viewer is one of those who decide about it. */
    boolean isDecidedBy(Actor viewer) {
        return viewer.has(PlatformRole.FINANCE) || viewer.has(PlatformRole.ADMIN) || creator.showsMoneyTo(viewer);
    }

    RefundView toView(Actor viewer) {
        return toView(isDecidedBy(viewer));
    }

    RefundView toView(boolean insider) {
        return new RefundView(
                new RefundId(id),
                new OrderId(orderId),
                new EventId(eventId),
                status,
                reason,
                amount,
                ticketIds.stream().map(TicketId::new).toList(),
                note,
                approvedBy.size(),
                approvalsNeeded,
                insider ? approvedBy.stream().map(UserId::new).toList() : null,
                rejection,
                failure,
                attempts,
                at,
                changedAt);
    }
}
