package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of orders and tickets. */
public sealed interface OrderQuery {
    /** The viewer's own orders, newest first; answers an OrderPage. */
    record FindOrders(Actor viewer, @Nullable String cursor, int limit) implements OrderQuery {}

    /** One of the viewer's own orders; answers an OrderView. */
    record FindOrder(OrderId orderId, Actor viewer) implements OrderQuery {}

    /** One of the viewer's own tickets; answers a TicketView. */
    record FindTicket(TicketId ticketId, Actor viewer) implements OrderQuery {}

    /** Who holds tickets of an event, for those who may see it; answers a GuestlistPage. */
    record FindGuestlist(
            EventId eventId, Actor viewer, @Nullable String cursor, int limit) implements OrderQuery {}
}
