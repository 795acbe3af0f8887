package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.CommissionView;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** Commission on one tier's part of an order, in {@code promoter_commissions}. */
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
        Instant at,
        long version) {
    static final String COLLECTION = "promoter_commissions";

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
