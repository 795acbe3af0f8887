package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.payment.PaymentView;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its guest sees it.
 *
 * @param buyer absent once the person's data were erased
 * @param promoCode the code that the discount comes from, unless it is a promoter's
 * @param tickets empty until confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        OrderId orderId,
        EventId eventId,
        VenueId venueId,
        OrderStatus status,
        List<OrderLineView> lines,
        Amounts amounts,
        @Nullable Contact buyer,
        @Nullable String promoterCode,
        @Nullable String promoCode,
        Instant placedAt,
        Instant holdExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable String gatewayOrderId,
        List<PaymentView> payments,
        List<RefundView> refunds,
        List<TicketView> tickets) {
    public OrderView {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
        tickets = List.copyOf(tickets);
    }
}
