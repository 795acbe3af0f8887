package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.CommissionView;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.ReversedItem;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Commission on one tier's part of an order, in {@code promoter_commissions}.
 *
 * @param reversal whether it says what was taken back for single tickets
 */
record CommissionDocument(
        @Id String id,
        String promoterId,
        String orderId,
        String eventId,
        String tierId,
        int tickets,
        Money base,
        Rate rate,
        Money amount,
        CommissionStatus status,
        boolean reversal,
        Instant at,
        long version) {
    static final String COLLECTION = "promoter_commissions";

    /** What was taken back of this line, as a line. */
    CommissionDocument reversal(String refund, ReversedItem item, Instant reversedAt, long reversedIn) {
        return new CommissionDocument(
                id + "-" + refund,
                promoterId,
                orderId,
                eventId,
                tierId,
                item.tickets(),
                item.base(),
                rate,
                item.amount(),
                CommissionStatus.REVERSED,
                true,
                reversedAt,
                reversedIn);
    }

    /** What is left of this line; a line of nothing is reversed. */
    Update less(ReversedItem item) {
        Update left = Update.update("tickets", tickets - item.tickets())
                .set("base", base.minus(item.base()))
                .set("amount", amount.minus(item.amount()));
        return tickets == item.tickets() ? left.set("status", CommissionStatus.REVERSED) : left;
    }

    CommissionView toView() {
        return new CommissionView(
                id,
                new PromoterId(promoterId),
                new OrderId(orderId),
                new EventId(eventId),
                new TierId(tierId),
                tickets,
                base,
                rate,
                amount,
                status,
                at);
    }
}
