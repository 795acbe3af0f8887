package com.thec1rcle.query.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderLineView;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.OrderView;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.payment.PaymentView;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One order, in {@code orders}. */
record OrderDocument(
        @Id String id,
        String accountId,
        String eventId,
        String venueId,
        OrderStatus status,
        List<Line> lines,
        Amounts amounts,
        Sealed buyer,
        @Nullable String promoterCode,
        @Nullable String promoCode,
        Instant placedAt,
        Instant holdExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable String gatewayOrderId,
        long version) {
    static final String COLLECTION = "orders";

    /** One tier's part. */
    record Line(
            String tierId,
            String tierName,
            EntryType entryType,
            int quantity,
            Money unitPrice,
            Money discount,
            Money net) {
        static Line of(OrderLine line) {
            return new Line(
                    line.tierId().value(),
                    line.tierName(),
                    line.entryType(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discount(),
                    line.net());
        }

        OrderLineView toView() {
            return new OrderLineView(new TierId(tierId), tierName, entryType, quantity, unitPrice, discount, net);
        }
    }

    OrderView toView(
            @Nullable Contact contact, List<PaymentView> payments, List<RefundView> refunds, List<TicketView> tickets) {
        return new OrderView(
                new OrderId(id),
                new EventId(eventId),
                new VenueId(venueId),
                status,
                lines.stream().map(Line::toView).toList(),
                amounts,
                contact,
                promoterCode,
                promoCode,
                placedAt,
                holdExpiresAt,
                confirmedAt,
                gatewayOrderId,
                payments,
                refunds,
                tickets);
    }
}
