package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
public sealed interface OrderEvent {
    OrderId orderId();

    /** A guest has stock held and amounts frozen. */
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            EventId eventId,
            VenueId venueId,
            EventCreator creator,
            UserId accountId,
            List<OrderLine> lines,
            Amounts amounts,
            Sealed buyer,
            String fingerprint,
            @Nullable Attribution attribution,
            Instant holdExpiresAt)
            implements OrderEvent {}

    /** The order's discount is that of a promo code; said together with its placing. */
    @Revision("1")
    record PromoCodeApplied(OrderId orderId, EventId eventId, PromoCodeId promoCodeId, String code, Money discount)
            implements OrderEvent {}

    /** The guest gave up, or the event was called off, before payment. */
    @Revision("1")
    record OrderCancelled(OrderId orderId, EventId eventId, List<OrderLine> lines, String reason)
            implements OrderEvent {}

    /** The hold's time was over before payment. */
    @Revision("1")
    record OrderExpired(OrderId orderId, EventId eventId, List<OrderLine> lines) implements OrderEvent {}

    /** The guest wants to pay. */
    @Revision("1")
    record PaymentRequested(OrderId orderId, Money amount) implements OrderEvent {}

    /** The gateway opened an order for the payment. */
    @Revision("1")
    record GatewayOrderOpened(OrderId orderId, String provider, String gatewayOrderId, String keyId, Money amount)
            implements OrderEvent {}

    /** The guest proved a payment; the gateway is asked to capture it. */
    @Revision("1")
    record PaymentVerified(OrderId orderId, String gatewayOrderId, String paymentId, Money amount)
            implements OrderEvent {}

    /** The gateway took the money. */
    @Revision("1")
    record PaymentCaptured(OrderId orderId, EventId eventId, String gatewayOrderId, String paymentId, Money amount)
            implements OrderEvent {}

    /** The gateway could not take the money this time. */
    @Revision("1")
    record PaymentFailed(OrderId orderId, String gatewayOrderId, String paymentId, String reason)
            implements OrderEvent {}

    /** Paid, or free: the tickets are the guest's; the amounts and attribution are repeated for those who keep books. */
    @Revision("1")
    record OrderConfirmed(
            OrderId orderId,
            EventId eventId,
            VenueId venueId,
            EventCreator creator,
            UserId accountId,
            List<OrderLine> lines,
            Amounts amounts,
            @Nullable Attribution attribution,
            @Nullable String paymentId,
            List<IssuedTicket> tickets)
            implements OrderEvent {}

    /** Money is to go back: all of one payment, or part of it. */
    @Revision("1")
    record RefundRequested(
            OrderId orderId,
            EventId eventId,
            RefundId refundId,
            String paymentId,
            Money amount,
            RefundReason reason,
            boolean ofConfirmedOrder)
            implements OrderEvent {}

    /** Money went back. */
    @Revision("1")
    record RefundCompleted(
            OrderId orderId,
            EventId eventId,
            RefundId refundId,
            String paymentId,
            Money amount,
            RefundReason reason,
            boolean ofConfirmedOrder)
            implements OrderEvent {}

    /** Money could not go back this time; it is tried again. */
    @Revision("1")
    record RefundFailed(OrderId orderId, RefundId refundId, String paymentId, int attempt, String reason)
            implements OrderEvent {}

    /** Money is to go back once more after it could not; attempts count from 1. */
    @Revision("1")
    record RefundRetried(OrderId orderId, RefundId refundId, String paymentId, Money amount, int attempt)
            implements OrderEvent {}

    /** The whole of a confirmed order was given back: tickets are dead, commission is reversed. */
    @Revision("1")
    record OrderRefunded(
            OrderId orderId,
            EventId eventId,
            VenueId venueId,
            EventCreator creator,
            List<OrderLine> lines,
            Amounts amounts,
            @Nullable Attribution attribution,
            List<IssuedTicket> tickets,
            RefundReason reason)
            implements OrderEvent {}

    /** A guest wants these tickets taken back; they are kept for this refund until it is carried out or comes to nothing. */
    @Revision("1")
    record RefundClaimed(
            OrderId orderId, EventId eventId, RefundId refundId, List<TicketId> ticketIds, RefundAmounts amounts)
            implements OrderEvent {}

    /** A refund came to nothing; its tickets may be asked for again, or everything goes back another way. */
    @Revision("1")
    record RefundClaimReleased(OrderId orderId, EventId eventId, RefundId refundId) implements OrderEvent {}

    /**
     * Tickets were given back: they are dead, their commission is reversed, their stock returns.
     *
     * @param amounts what goes back for them; fees and tax are zero where they are kept
     * @param whole whether no ticket of the order is left
     */
    @Revision("1")
    record TicketsRefunded(
            OrderId orderId,
            EventId eventId,
            VenueId venueId,
            EventCreator creator,
            UserId accountId,
            RefundId refundId,
            List<RefundedTicket> tickets,
            RefundAmounts amounts,
            @Nullable Attribution attribution,
            RefundReason reason,
            boolean whole)
            implements OrderEvent {}

    /** Tiers and allowance have back what a refund returned to them. */
    @Revision("1")
    record ReturnRecorded(OrderId orderId, RefundId refundId) implements OrderEvent {}

    /** The promoter's account holds the commission. */
    @Revision("1")
    record CommissionRecorded(OrderId orderId) implements OrderEvent {}
}
