package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders and refunds of the worked example, and people who may look. */
public final class MoneyFixtures {
    public static final UserId RIYA = new UserId("riya");
    public static final PromoterId PROMOTER = PromoterId.of(RIYA);
    public static final EventId NIGHT = new EventId("night");
    public static final TierId TIER = new TierId("tier");
    public static final LinkId LINK = LinkId.of(PROMOTER, NIGHT);
    public static final Attribution BY_RIYA = new Attribution(PROMOTER, LINK, "ABC234");
    public static final Actor AS_RIYA = Actor.user(RIYA);
    public static final Actor AS_STRANGER = Actor.user(new UserId("stranger"));
    public static final Actor AS_FINANCE = with(PlatformRole.FINANCE);
    public static final Actor AS_ADMIN = with(PlatformRole.ADMIN);

    private static final VenueId VENUE = new VenueId("venue");
    private static final EventCreator CREATOR = EventCreator.venue(VENUE);

    /** 2 x 1,000.00 with 10 % promoter discount. */
    private static final Amounts EXAMPLE = new Amounts(
            Money.inr(200_000),
            Money.inr(20_000),
            Money.inr(9_000),
            Money.inr(4_500),
            Money.inr(2_430),
            Money.inr(195_930));

    private MoneyFixtures() {}

    public static OrderId order(int number) {
        return new OrderId("6f1c1a52-6d1c-8c0e-9a53-%012d".formatted(number));
    }

    /** The worked example of domain.md: commission 15 % of 1,800.00. */
    public static OrderConfirmed example(OrderId order) {
        return confirmed(order, EXAMPLE, 2, 27_000, BY_RIYA);
    }

    public static OrderRefunded exampleRefunded(OrderId order) {
        return refunded(example(order));
    }

    /** One of the example's two tickets is given back; its fees are kept. */
    public static TicketsRefunded exampleTicketRefunded(OrderId order, int number, boolean whole) {
        return new TicketsRefunded(
                order,
                NIGHT,
                VENUE,
                CREATOR,
                new UserId("guest"),
                new RefundId("refund-" + number),
                List.of(new RefundedTicket(TicketId.of(order, number), TIER, Money.inr(90_000), Money.inr(13_500))),
                RefundAmounts.ofNet(Money.inr(90_000)),
                BY_RIYA,
                RefundReason.GUEST_REQUEST,
                whole);
    }

    static OrderConfirmed confirmed(
            OrderId order, Amounts amounts, int tickets, long commission, @Nullable Attribution attribution) {
        OrderLine line = new OrderLine(
                TIER,
                "Entry",
                EntryType.GENERAL,
                1,
                false,
                tickets,
                Money.inr(amounts.subtotal().amount() / tickets),
                amounts.discount(),
                amounts.subtotal().minus(amounts.discount()),
                Money.inr(commission),
                attribution == null ? null : Rate.share(1500));
        List<IssuedTicket> issued = IntStream.rangeClosed(1, tickets)
                .mapToObj(number -> new IssuedTicket(TicketId.of(order, number), TIER))
                .toList();
        return new OrderConfirmed(
                order,
                NIGHT,
                VENUE,
                CREATOR,
                new UserId("guest"),
                List.of(line),
                amounts,
                attribution,
                "pay_1",
                issued);
    }

    static OrderRefunded refunded(OrderConfirmed event) {
        return new OrderRefunded(
                event.orderId(),
                event.eventId(),
                event.venueId(),
                event.creator(),
                event.lines(),
                event.amounts(),
                event.attribution(),
                event.tickets(),
                RefundReason.EVENT_CANCELLED);
    }

    static RefundRequested refundRequested(OrderId order, Money amount, boolean ofConfirmedOrder) {
        return new RefundRequested(
                order, NIGHT, new RefundId("refund"), "pay_1", amount, RefundReason.LATE_PAYMENT, ofConfirmedOrder);
    }

    static RefundCompleted refundCompleted(OrderId order, Money amount, boolean ofConfirmedOrder) {
        return new RefundCompleted(
                order, NIGHT, new RefundId("refund"), "pay_1", amount, RefundReason.LATE_PAYMENT, ofConfirmedOrder);
    }

    private static Actor with(PlatformRole role) {
        return new Actor(new UserId("official"), null, Set.of(role), Map.of(), Set.of(), null);
    }
}
