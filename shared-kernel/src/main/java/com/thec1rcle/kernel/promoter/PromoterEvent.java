package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What happened to a promoter's account. */
public sealed interface PromoterEvent {
    PromoterId promoterId();

    /** A person became a promoter. */
    @Revision("1")
    record PromoterAccountOpened(PromoterId promoterId, UserId userId, String displayName) implements PromoterEvent {}

    /** The platform said yes. */
    @Revision("1")
    record PromoterApproved(PromoterId promoterId) implements PromoterEvent {}

    /** Commission was earned with an order, on frozen terms. */
    @Revision("1")
    record CommissionEarned(
            PromoterId promoterId,
            OrderId orderId,
            EventId eventId,
            List<CommissionItem> items,
            Money amount,
            boolean payableAtOnce)
            implements PromoterEvent {}

    /** The order knows of its commission; the account forgets the order. */
    @Revision("1")
    record CommissionClosed(PromoterId promoterId, OrderId orderId) implements PromoterEvent {}

    /** What was earned with an event can be paid out. */
    @Revision("1")
    record CommissionReleased(PromoterId promoterId, EventId eventId, Money amount) implements PromoterEvent {}

    /** Commission was taken back; from the payable balance if it was payable. */
    @Revision("1")
    record CommissionReversed(
            PromoterId promoterId, OrderId orderId, EventId eventId, Money amount, boolean fromPayable)
            implements PromoterEvent {}

    /** The reversal is known where it was asked for; the account forgets the order. */
    @Revision("1")
    record ReversalClosed(PromoterId promoterId, OrderId orderId) implements PromoterEvent {}

    /** The commission of single tickets was taken back; from the payable balance if it was payable. */
    @Revision("1")
    record TicketCommissionReversed(
            PromoterId promoterId,
            OrderId orderId,
            RefundId refundId,
            EventId eventId,
            List<ReversedItem> items,
            Money amount,
            boolean fromPayable)
            implements PromoterEvent {}

    /** The reversal of tickets is known where it was asked for; the account forgets the refund. */
    @Revision("1")
    record TicketReversalClosed(PromoterId promoterId, RefundId refundId) implements PromoterEvent {}

    /** Part of the balance is set aside for a payout. */
    @Revision("1")
    record PayoutReserved(PromoterId promoterId, PayoutId payoutId, Money amount) implements PromoterEvent {}

    /** A reserve went back to the balance. */
    @Revision("1")
    record PayoutReserveReturned(PromoterId promoterId, PayoutId payoutId, Money amount) implements PromoterEvent {}

    /** A reserve was paid out. */
    @Revision("1")
    record PayoutReserveSpent(PromoterId promoterId, PayoutId payoutId, Money amount) implements PromoterEvent {}
}
