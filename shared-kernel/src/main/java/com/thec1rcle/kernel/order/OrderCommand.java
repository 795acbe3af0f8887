package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.AppliedPromo;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of an order. */
public sealed interface OrderCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    OrderId orderId();

    /** Asks for the order under this id if there is one; answers a PlacedOrder; refused with IDEMPOTENCY_KEY_REUSED if it was another request. */
    record RecallOrder(OrderId orderId, String fingerprint) implements OrderCommand {}

    /** Asks where the order stands; answers an OrderStatus. */
    record DescribeOrder(OrderId orderId) implements OrderCommand {}

    /** Opens the order on the holds it has. */
    record OpenOrder(
            OrderId orderId,
            EventId eventId,
            VenueId venueId,
            EventCreator creator,
            List<OrderLine> lines,
            Amounts amounts,
            Sealed buyer,
            String fingerprint,
            @Nullable Attribution attribution,
            @Nullable AppliedPromo promo,
            Instant holdExpiresAt)
            implements OrderCommand {}

    /** The guest gives up before paying. */
    record CancelOrder(OrderId orderId, String reason) implements OrderCommand {}

    /** The hold's time is over; changes nothing if it is not. */
    record ExpireOrder(OrderId orderId) implements OrderCommand {}

    /** The guest wants to pay; answers a RequestedPayment. */
    record RequestPayment(OrderId orderId) implements OrderCommand {}

    /** Records the order that the gateway opened for it; answers the CheckoutOrder that was recorded first. */
    record RecordGatewayOrder(OrderId orderId, String provider, String gatewayOrderId, String keyId)
            implements OrderCommand {}

    /** The guest's proof of payment; refused with PAYMENT_SIGNATURE_INVALID; answers a ProvenPayment. */
    record VerifyPayment(OrderId orderId, String gatewayOrderId, String paymentId, String signature)
            implements OrderCommand {}

    /** The gateway has taken the money; answers whether that was news. */
    record RecordCapture(OrderId orderId, String gatewayOrderId, String paymentId, Money amount)
            implements OrderCommand {}

    /** The gateway could not take the money this time. */
    record RecordPaymentFailure(OrderId orderId, String gatewayOrderId, String paymentId, String reason)
            implements OrderCommand {}

    /** Asks what it knows of its money; answers a PaymentState. */
    record DescribePayment(OrderId orderId) implements OrderCommand {}

    /** Asks what is to be done with its stock; answers a Fulfilment. */
    record CheckFulfilment(OrderId orderId) implements OrderCommand {}

    /** All stock is claimed: confirms the order and issues its tickets; refused with ORDER_STATE if it may not be confirmed any more. */
    record ConfirmOrder(OrderId orderId) implements OrderCommand {}

    /** The stock is gone: the money goes back. */
    record DeclineOrder(OrderId orderId, String reason) implements OrderCommand {}

    /** The event was called off: everything goes back. */
    record CancelForEvent(OrderId orderId) implements OrderCommand {}

    /** Records that the gateway has given the money back; refused with PAYMENT_MISMATCH if it was not what is to go back. */
    record RecordRefund(OrderId orderId, RefundId refundId, String gatewayRefundId, Money amount)
            implements OrderCommand {}

    /** Records that this attempt to give the money back came to nothing; changes nothing once there is another. */
    record RecordRefundFailure(OrderId orderId, RefundId refundId, int attempt, String reason)
            implements OrderCommand {}

    /** Asks for another try at giving the money back; changes nothing unless the last one failed. */
    record RetryRefund(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /**
     * Asks what giving these tickets back would bring, all that are left if none are named; answers a RefundQuote; refused
     * with ORDER_STATE, TICKET_NOT_FOUND, TICKET_REFUNDED, REFUND_UNDER_WAY or REFUND_TOO_SMALL.
     */
    record QuoteRefund(OrderId orderId, @Nullable List<TicketId> ticketIds) implements OrderCommand {}

    /**
     * Keeps these tickets for a refund and creates it; refused as the quote is.
     *
     * @param afterwards whether the night is over: then somebody must say yes however small the amount
     */
    record ClaimRefund(OrderId orderId, RefundId refundId, List<TicketId> ticketIds, String reason, boolean afterwards)
            implements OrderCommand {}

    /** Asks how the order stands to a refund; answers a RefundClaim. */
    record CheckRefund(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** The tickets of a granted refund open no door any more: the money goes back; refused with REFUND_STATE if the claim is gone. */
    record RefundTickets(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** A refund came to nothing: its tickets may be asked for again. */
    record ReleaseRefund(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** Asks whether stock and allowance of a refund are still to be returned; answers a boolean. */
    record CheckReturn(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** Records that stock and allowance of a refund were returned. */
    record RecordReturn(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** Asks whether commission is still to be booked for it; answers a boolean. */
    record CheckCommission(OrderId orderId) implements OrderCommand {}

    /** Records that the promoter's account holds the commission. */
    record RecordCommission(OrderId orderId) implements OrderCommand {}
}
