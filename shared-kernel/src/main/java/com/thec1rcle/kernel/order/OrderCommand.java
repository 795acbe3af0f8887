package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.AppliedPromo;
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

    /** The guest wants to pay; answers a CheckoutOrder once the gateway has opened its order, nothing before. */
    record RequestPayment(OrderId orderId) implements OrderCommand {}

    /** Records the order that the gateway opened for it. */
    record RecordGatewayOrder(OrderId orderId, String provider, String gatewayOrderId, String keyId)
            implements OrderCommand {}

    /** The guest's proof of payment; refused with PAYMENT_SIGNATURE_INVALID; answers an OrderStatus. */
    record VerifyPayment(OrderId orderId, String gatewayOrderId, String paymentId, String signature)
            implements OrderCommand {}

    /** The gateway has taken the money. */
    record RecordCapture(OrderId orderId, String gatewayOrderId, String paymentId, Money amount)
            implements OrderCommand {}

    /** The gateway could not take the money this time. */
    record RecordPaymentFailure(OrderId orderId, String gatewayOrderId, String paymentId, String reason)
            implements OrderCommand {}

    /** Asks what is to be done with its stock; answers a Fulfilment. */
    record CheckFulfilment(OrderId orderId) implements OrderCommand {}

    /** All stock is claimed: confirms the order and issues its tickets; refused with ORDER_STATE if it may not be confirmed any more. */
    record ConfirmOrder(OrderId orderId) implements OrderCommand {}

    /** The stock is gone: the money goes back. */
    record DeclineOrder(OrderId orderId, String reason) implements OrderCommand {}

    /** The event was called off: everything goes back. */
    record CancelForEvent(OrderId orderId) implements OrderCommand {}

    /** Records that the gateway has given the money back. */
    record RecordRefund(OrderId orderId, RefundId refundId, String gatewayRefundId) implements OrderCommand {}

    /** Records that the gateway could not give the money back this time. */
    record RecordRefundFailure(OrderId orderId, RefundId refundId, String reason) implements OrderCommand {}

    /** Asks for another try at giving the money back; changes nothing unless the last one failed. */
    record RetryRefund(OrderId orderId, RefundId refundId) implements OrderCommand {}

    /** Asks whether commission is still to be booked for it; answers a boolean. */
    record CheckCommission(OrderId orderId) implements OrderCommand {}

    /** Records that the promoter's account holds the commission. */
    record RecordCommission(OrderId orderId) implements OrderCommand {}
}
