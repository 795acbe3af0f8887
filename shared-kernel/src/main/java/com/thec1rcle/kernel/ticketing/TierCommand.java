package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a ticket tier; it alone decides about its stock. */
public sealed interface TierCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    TierId tierId();

    /** Changes price, terms or stock; placed orders keep theirs; refused with STOCK_BELOW_COMMITTED under what is sold and held. */
    record ReviseTier(TierId tierId, TierChanges changes) implements TierCommand {}

    /** Lets the tier sell, on the published event's terms; again when those change. */
    record OpenSales(TierId tierId, SellingTerms selling) implements TierCommand {}

    /** The event has just been published: the tier sells on these terms, unless it sells already, on whatever terms. */
    record BeginSales(TierId tierId, SellingTerms selling) implements TierCommand {}

    /** Stops all selling. */
    record CloseSales(TierId tierId, String reason) implements TierCommand {}

    /** Asks what so many tickets would cost; answers a TierOffer and holds nothing. */
    record QuoteTier(
            TierId tierId,
            EventId eventId,
            int quantity,
            @Nullable String accessCode) implements TierCommand {}

    /** Sets stock aside for an order; answers a TierOffer; the same order again gets the same hold. */
    record HoldStock(
            TierId tierId,
            EventId eventId,
            OrderId orderId,
            int quantity,
            @Nullable String accessCode) implements TierCommand {}

    /** Gives a hold back. */
    record ReleaseHold(TierId tierId, OrderId orderId) implements TierCommand {}

    /** The money is there: the hold lapses no more; asks the stock again if it had lapsed; refused with SOLD_OUT. */
    record ClaimHold(TierId tierId, OrderId orderId, int quantity) implements TierCommand {}

    /** The order is confirmed: the claimed hold is sold and forgotten. */
    record SettleHold(TierId tierId, OrderId orderId) implements TierCommand {}

    /** Sold tickets were given back: they are stock again, exactly once however often it is asked. */
    record ReturnStock(TierId tierId, OrderId orderId, RefundId refundId, int quantity) implements TierCommand {}

    /** The order knows of the return: the refund is forgotten. */
    record CloseReturn(TierId tierId, RefundId refundId) implements TierCommand {}

    /** The order cannot be confirmed any more: its hold, claimed or not, is free again. */
    record AbandonClaim(TierId tierId, OrderId orderId) implements TierCommand {}

    /** Placing an order failed after this tier had held its part: as {@link ReleaseHold}, and an offer it took stands again. */
    record UndoHold(TierId tierId, OrderId orderId) implements TierCommand {}

    /**
     * The event is to take RSVPs: from now on the tier costs nothing. Refused with RSVP_NOT_FREE if it has a price, with
     * CONCURRENT_CHANGE if it follows a later revision already.
     */
    record KeepFree(TierId tierId, long revision) implements TierCommand {}

    /** The event takes no RSVPs any more: the tier may have a price, unless it follows a later revision already. */
    record AllowPrice(TierId tierId, long revision) implements TierCommand {}

    /**
     * The caller waits for so many tickets; answers a WaitingPlace; once again it is the same place. Refused with
     * WAITING_LIST_NOT_NEEDED while there is stock, with WAITING_LIST_FULL when too many wait.
     */
    record JoinWaitingList(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            int quantity,
            @Nullable String accessCode) implements TierCommand {}

    /** The caller waits no more, and gives up what was offered. */
    record LeaveWaitingList(TierId tierId, EventId eventId) implements TierCommand {}

    /** Looks at the clock: offers what has become free to those who wait. */
    record OfferFreedStock(TierId tierId) implements TierCommand {}
}
