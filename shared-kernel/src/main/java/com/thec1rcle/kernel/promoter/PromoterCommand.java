package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.privacy.Sealed;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a promoter's account. */
public sealed interface PromoterCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    PromoterId promoterId();

    /** Opens the caller's account. */
    record OpenPromoterAccount(PromoterId promoterId, String displayName) implements PromoterCommand {}

    /** The platform lets the promoter work. */
    record ApprovePromoter(PromoterId promoterId) implements PromoterCommand {}

    /**
     * Asks whether the caller, whose account it is, may work now; refused with PROMOTER_NOT_APPROVED; answers the
     * promoter's UserId.
     */
    record CheckPromoterActive(PromoterId promoterId) implements PromoterCommand {}

    /** Books an order's commission, exactly once however often it is asked. */
    record EarnCommission(
            PromoterId promoterId,
            OrderId orderId,
            EventId eventId,
            List<CommissionItem> items,
            Money amount,
            boolean payableAtOnce)
            implements PromoterCommand {}

    /** The order knows: the account may forget that it booked it. */
    record CloseCommission(PromoterId promoterId, OrderId orderId) implements PromoterCommand {}

    /** The event is over: what was earned with it can be paid out. */
    record ReleaseCommission(PromoterId promoterId, EventId eventId) implements PromoterCommand {}

    /**
     * An order was given back: its commission is taken back, exactly once however often it is asked.
     *
     * @param payableAtOnce whether it went straight into the balance when it was earned
     */
    record ReverseCommission(
            PromoterId promoterId, OrderId orderId, EventId eventId, Money amount, boolean payableAtOnce)
            implements PromoterCommand {}

    /** Whoever asked for the reversal knows: the account may forget that it booked it. */
    record CloseReversal(PromoterId promoterId, OrderId orderId) implements PromoterCommand {}

    /** Tickets were given back: their commission is taken back, exactly once however often it is asked. */
    record ReverseTicketCommission(
            PromoterId promoterId,
            OrderId orderId,
            RefundId refundId,
            EventId eventId,
            List<ReversedItem> items,
            Money amount,
            boolean payableAtOnce)
            implements PromoterCommand {}

    /** Whoever asked for the reversal of tickets knows: the account may forget the refund. */
    record CloseTicketReversal(PromoterId promoterId, RefundId refundId) implements PromoterCommand {}

    /** Reserves the amount and creates the payout; refused with INSUFFICIENT_BALANCE or PAYOUT_BELOW_MINIMUM. */
    record RequestPayout(
            PromoterId promoterId,
            PayoutId payoutId,
            Money amount,
            PayoutMethod method,
            Sealed destination,
            String maskedDestination)
            implements PromoterCommand {}

    /** Gives the reserve of a payout that came to nothing back to the balance. */
    record ReturnReserve(PromoterId promoterId, PayoutId payoutId) implements PromoterCommand {}

    /** The payout reached the promoter: the reserve is spent. */
    record SpendReserve(PromoterId promoterId, PayoutId payoutId) implements PromoterCommand {}
}
