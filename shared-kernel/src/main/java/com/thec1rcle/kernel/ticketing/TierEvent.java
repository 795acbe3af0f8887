package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a ticket tier. */
public sealed interface TierEvent {
    TierId tierId();

    /** The event created a tier. */
    @Revision("1")
    record TierCreated(TierId tierId, EventId eventId, EventCreator creator, TierTerms terms, int stock)
            implements TierEvent {}

    /** The tier has a new price or terms. */
    @Revision("1")
    record TierRevised(TierId tierId, EventId eventId, TierTerms terms) implements TierEvent {}

    /** The tier has more or less stock. */
    @Revision("1")
    record StockSet(TierId tierId, EventId eventId, int stock) implements TierEvent {}

    /** The tier may sell. */
    @Revision("1")
    record SalesOpened(TierId tierId, EventId eventId, SellingTerms selling) implements TierEvent {}

    /** The tier sells no more. */
    @Revision("1")
    record SalesClosed(TierId tierId, EventId eventId, String reason) implements TierEvent {}

    /** Stock was set aside for an order. */
    @Revision("1")
    record StockHeld(TierId tierId, EventId eventId, OrderId orderId, int quantity, Instant heldUntil)
            implements TierEvent {}

    /** A hold was given back before its time was over. */
    @Revision("1")
    record HoldReleased(TierId tierId, EventId eventId, OrderId orderId, int quantity, Instant heldUntil)
            implements TierEvent {}

    /** A hold's time was over. */
    @Revision("1")
    record HoldLapsed(TierId tierId, EventId eventId, OrderId orderId, int quantity, Instant heldUntil)
            implements TierEvent {}

    /** The money came in time: this stock lapses no more. */
    @Revision("1")
    record HoldClaimed(TierId tierId, EventId eventId, OrderId orderId, int quantity, Instant heldUntil)
            implements TierEvent {}

    /** The money came after the hold had gone, and there was stock left: it lapses no more. */
    @Revision("1")
    record StockReclaimed(TierId tierId, EventId eventId, OrderId orderId, int quantity) implements TierEvent {}

    /** Claimed stock was sold. */
    @Revision("1")
    record StockSold(TierId tierId, EventId eventId, OrderId orderId, int quantity) implements TierEvent {}

    /** Sold tickets were given back and are stock again. */
    @Revision("1")
    record StockReturned(TierId tierId, EventId eventId, OrderId orderId, RefundId refundId, int quantity)
            implements TierEvent {}

    /** The order knows of the return. */
    @Revision("1")
    record ReturnClosed(TierId tierId, EventId eventId, RefundId refundId) implements TierEvent {}

    /** Claimed stock is free again. */
    @Revision("1")
    record ClaimAbandoned(TierId tierId, EventId eventId, OrderId orderId, int quantity) implements TierEvent {}

    /** The event takes RSVPs: the tier may cost nothing until it is allowed a price again. */
    @Revision("1")
    record TierKeptFree(TierId tierId, EventId eventId) implements TierEvent {}

    /** The tier may have a price again. */
    @Revision("1")
    record TierPriceAllowed(TierId tierId, EventId eventId) implements TierEvent {}

    /** The tier follows this revision of its event's RSVPs, and none before it. */
    @Revision("1")
    record RsvpFollowed(TierId tierId, EventId eventId, long revision) implements TierEvent {}

    /** Somebody waits for stock to become free. */
    @Revision("1")
    record WaitingListJoined(TierId tierId, EventId eventId, WaitingListEntryId entryId, UserId accountId, int quantity)
            implements TierEvent {}

    /** Somebody waits no more, and nothing had been offered. */
    @Revision("1")
    record WaitingListLeft(TierId tierId, EventId eventId, WaitingListEntryId entryId, UserId accountId, int quantity)
            implements TierEvent {}

    /** Free stock was set aside for the one whose turn it is. */
    @Revision("1")
    record StockOffered(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            UserId accountId,
            String tierName,
            int quantity,
            Instant offeredUntil)
            implements TierEvent {}

    /** Whom stock was offered ordered; a hold takes its place. */
    @Revision("1")
    record OfferTaken(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            UserId accountId,
            OrderId orderId,
            int quantity,
            Instant offeredUntil)
            implements TierEvent {}

    /** The order for which an offer was taken could not be placed: the offer stands again for the rest of its time. */
    @Revision("1")
    record OfferRestored(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            UserId accountId,
            int quantity,
            Instant offeredUntil)
            implements TierEvent {}

    /** Whom stock was offered does not want it. */
    @Revision("1")
    record OfferGivenUp(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            UserId accountId,
            int quantity,
            Instant offeredUntil)
            implements TierEvent {}

    /** An offer's time was over. */
    @Revision("1")
    record OfferLapsed(
            TierId tierId,
            EventId eventId,
            WaitingListEntryId entryId,
            UserId accountId,
            int quantity,
            Instant offeredUntil)
            implements TierEvent {}
}
