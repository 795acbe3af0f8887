package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of orders and tickets. */
public sealed interface OrderQuery {
    /** The viewer's own orders, newest first; answers an OrderPage. */
    record FindOrders(Actor viewer, @Nullable String cursor, int limit) implements OrderQuery {}

    /** One of the viewer's own orders; answers an OrderView. */
    record FindOrder(OrderId orderId, Actor viewer) implements OrderQuery {}

    /** One of the viewer's own tickets; answers a TicketView. */
    record FindTicket(TicketId ticketId, Actor viewer) implements OrderQuery {}

    /** One of the viewer's own tickets with its night; answers a WalletTicket. */
    record FindPass(TicketId ticketId, Actor viewer) implements OrderQuery {}

    /** The viewer's own tickets of all orders, bought and received; answers a WalletPage. */
    record FindWallet(
            Actor viewer, WalletPart part, @Nullable String cursor, int limit) implements OrderQuery {}

    /**
     * Who holds tickets of an event, for those who may see it; answers a GuestlistPage.
     *
     * @param search words of a name, the beginning of an address, or the last digits of a telephone; absent for all
     * @param tierId absent for all tiers
     * @param admitted whether somebody went in on the ticket; absent for either
     */
    record FindGuestlist(
            EventId eventId,
            @Nullable String search,
            @Nullable TierId tierId,
            @Nullable Boolean admitted,
            Actor viewer,
            @Nullable String cursor,
            int limit)
            implements OrderQuery {}
}
