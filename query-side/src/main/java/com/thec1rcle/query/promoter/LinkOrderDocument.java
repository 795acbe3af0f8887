package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.refund.RefundedTicket;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Update;

/** An order that came by a link, in {@code promoter_link_orders}; its id is the order's. */
record LinkOrderDocument(
        @Id String id, String linkId, int tickets, Money revenue, Money commission, boolean refunded, long version) {
    static final String COLLECTION = "promoter_link_orders";

    /** What is left of it after these tickets were given back. */
    Update less(TicketsRefunded event) {
        Money net = sum(event.tickets().stream().map(RefundedTicket::net));
        Money reversed = sum(event.tickets().stream().map(RefundedTicket::commission));
        return Update.update("tickets", tickets - event.tickets().size())
                .set("revenue", revenue.minus(net))
                .set("commission", commission.minus(reversed))
                .set("refunded", event.whole());
    }

    private Money sum(Stream<Money> parts) {
        return parts.reduce(Money.zero(revenue.currency()), Money::plus);
    }
}
