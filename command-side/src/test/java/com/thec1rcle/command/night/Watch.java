package com.thec1rcle.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PromoCodeApplied;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.promo.PromoCodeEvent;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketLocked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierEvent;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.statistics.Statistics;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Reads everything that happens, event by event, and knows nothing else: what must hold at every moment, and in the end. */
final class Watch {
    private final House house;
    private int read;

    private final Map<TierId, Stock> stocks = new HashMap<>();
    private final Map<OrderId, OrderPlaced> placed = new HashMap<>();
    private final Map<OrderId, String> gatewayOrders = new HashMap<>();
    private final Map<OrderId, OrderConfirmed> confirmed = new LinkedHashMap<>();

    /** By payment: what came in, what is to go back, what went back. */
    private final Map<String, Long> captured = new HashMap<>();

    private final Map<String, Long> requested = new HashMap<>();
    private final Map<String, Long> returned = new HashMap<>();
    private final Map<String, RefundFailed> failures = new HashMap<>();
    private final Map<RefundId, RefundGranted> grants = new HashMap<>();

    private final Map<TicketId, TicketIssued> tickets = new HashMap<>();
    /** By ticket: how it changed hands last. */
    private final Map<TicketId, TicketTransferred> transfers = new HashMap<>();

    private final Map<TicketId, Doorway> doorways = new HashMap<>();
    private final Set<TicketId> givenBack = new HashSet<>();
    private final Set<TicketId> revoked = new HashSet<>();
    private final PromoUses promoUses = new PromoUses();
    private final Set<OrderId> byPromoCode = new HashSet<>();

    private final Map<OrderId, Long> earned = new HashMap<>();
    private final Map<OrderId, Long> reversed = new HashMap<>();
    private final Map<OrderId, Long> commissionGivenBack = new HashMap<>();

    Watch(House house) {
        this.house = house;
    }

    /** Reads what was written since, and checks it against what was written before. */
    void look() {
        for (; read < house.tape.size(); read++) {
            EventMessage<?> message = house.tape.get(read);
            Object event = message.getPayload();
            switch (event) {
                case TierEvent tier ->
                    stocks.computeIfAbsent(tier.tierId(), Stock::new).see(tier);
                case PromoCodeEvent code -> promoUses.see(code, message.getTimestamp());
                case TicketIssued issued -> {
                    assertThat(tickets.put(issued.ticketId(), issued))
                            .as("issued once")
                            .isNull();
                    doorways.put(issued.ticketId(), new Doorway(issued.admits()));
                }
                case TicketTransferred transfer -> transfers.put(transfer.ticketId(), transfer);
                case TicketRevoked dead -> revoked.add(dead.ticketId());
                case RefundGranted granted -> grants.put(granted.refundId(), granted);
                case TicketLocked locked -> seeLock(locked);
                case TicketEvent door -> seeDoor(door);
                case CommissionEarned commission ->
                    assertThat(earned.put(
                                    commission.orderId(), commission.amount().amount()))
                            .as("earned once")
                            .isNull();
                case CommissionReversed back ->
                    reversed.merge(back.orderId(), back.amount().amount(), Long::sum);
                case TicketCommissionReversed back ->
                    reversed.merge(back.orderId(), back.amount().amount(), Long::sum);
                default -> seeOrder(event);
            }
        }
        requireThatNothingGoesBackThatDidNotComeIn();
    }

    private void seeOrder(Object event) {
        switch (event) {
            case OrderPlaced order ->
                assertThat(placed.put(order.orderId(), order)).as("placed once").isNull();
            case PromoCodeApplied promo -> byPromoCode.add(promo.orderId());
            case GatewayOrderOpened opened ->
                assertThat(gatewayOrders.put(opened.orderId(), opened.gatewayOrderId()))
                        .as("opened once")
                        .isNull();
            case OrderConfirmed order -> seeConfirmation(order);
            case PaymentCaptured payment ->
                assertThat(captured.put(payment.paymentId(), payment.amount().amount()))
                        .as("captured once")
                        .isNull();
            case RefundRequested refund ->
                requested.merge(refund.paymentId(), refund.amount().amount(), Long::sum);
            case RefundCompleted refund ->
                returned.merge(refund.paymentId(), refund.amount().amount(), Long::sum);
            case RefundFailed refund -> failures.put(refund.refundId().value(), refund);
            case TicketsRefunded refund -> {
                refund.tickets().forEach(ticket -> giveBack(ticket.ticketId()));
                commissionGivenBack.merge(
                        refund.orderId(),
                        refund.tickets().stream()
                                .map(RefundedTicket::commission)
                                .mapToLong(Money::amount)
                                .sum(),
                        Long::sum);
            }
            case OrderRefunded refund -> {
                refund.tickets().forEach(ticket -> giveBack(ticket.ticketId()));
                commissionGivenBack.put(refund.orderId(), commission(refund.lines()));
            }
            default -> {
                return; // Says nothing of stock, money or doors.
            }
        }
    }

    /** People may come back where they may; never are more inside than the ticket admits. */
    private void seeDoor(TicketEvent event) {
        if (event instanceof TicketAdmitted || event instanceof TicketReadmitted) {
            assertThat(givenBack).as("a refunded ticket never enters").doesNotContain(event.ticketId());
        }
        doorways.get(event.ticketId()).see(event);
    }

    /** A guest gives back only what is theirs, and what nobody went in on unless an ADMIN said so. */
    private void seeLock(TicketLocked locked) {
        TicketId ticket = locked.ticketId();
        RefundGranted grant = grants.get(locked.refundId());
        assertThat(ownerOf(ticket, tickets.get(ticket).ownerId()))
                .as("whose %s is taken back", ticket)
                .isEqualTo(grant.accountId());
        if (!grant.evenIfUsed()) {
            assertThat(doorways.get(ticket).admitted())
                    .as("people in on %s", ticket)
                    .isZero();
        }
    }

    private void seeConfirmation(OrderConfirmed order) {
        assertThat(confirmed.put(order.orderId(), order)).as("confirmed once").isNull();
        String payment = order.paymentId();
        long paid = payment == null ? 0 : captured.get(payment);
        assertThat(paid)
                .as("paid for %s", order.orderId())
                .isEqualTo(order.amounts().total().amount());
        assertThat(standing(order.accountId()))
                .as("tickets of %s", order.accountId())
                .isLessThanOrEqualTo(Night.MAX_PER_ACCOUNT);
    }

    private void giveBack(TicketId ticket) {
        assertThat(tickets).containsKey(ticket);
        assertThat(givenBack.add(ticket)).as("%s is given back once", ticket).isTrue();
    }

    private void requireThatNothingGoesBackThatDidNotComeIn() {
        requested.forEach((payment, amount) -> assertThat(amount)
                .as("to go back of %s", payment)
                .isLessThanOrEqualTo(captured.getOrDefault(payment, 0L)));
        house.gateway.givenBack.forEach((payment, amount) -> assertThat(amount)
                .as("gone back of %s", payment)
                .isLessThanOrEqualTo(requested.getOrDefault(payment, 0L)));
    }

    // ---- What the night asks ------------------------------------------------------------------------------------

    @Nullable
    String gatewayOrder(OrderId order) {
        return gatewayOrders.get(order);
    }

    Money total(OrderId order) {
        return placed.get(order).amounts().total();
    }

    /** Those that have, or had, tickets; the oldest first. */
    List<OrderId> confirmedOrders() {
        return List.copyOf(confirmed.keySet());
    }

    int ticketsOf(OrderId order) {
        return confirmed.containsKey(order) ? confirmed.get(order).tickets().size() : 0;
    }

    /** People whom the ticket still lets in; none if there is no such ticket. */
    int roomOn(TicketId ticket) {
        Doorway doorway = doorways.get(ticket);
        return doorway == null ? 0 : doorway.room();
    }

    UserId ownerOf(TicketId ticket, UserId buyer) {
        TicketTransferred transfer = transfers.get(ticket);
        return transfer == null ? buyer : transfer.to();
    }

    /** Which of its codes is the ticket's own. */
    int generationOf(TicketId ticket) {
        TicketTransferred transfer = transfers.get(ticket);
        return transfer == null ? 1 : transfer.codeGeneration();
    }

    /** Refunds that the gateway refused so often that nobody tries them any more by itself. */
    List<RefundFailed> refundsThatNeedAPerson() {
        return List.copyOf(failures.values());
    }

    // ---- The end ------------------------------------------------------------------------------------------------

    /** What must hold once nobody has anything left to do. */
    void requireThatEverythingAddsUp() {
        requireThatTheGatewaysBooksAreOurs();
        requireThatEveryPaymentPaysOrWentBack();
        stocks.values().forEach(stock -> stock.requireSold(standing(stock.tier)));
        requireThatExactlyTheTicketsGivenBackAreDead();
        requireThatCommissionIsThatOfTheTicketsSold();
        promoUses.requireThatExactlyTheseUsedIt(
                byPromoCode.stream().filter(confirmed::containsKey).collect(Collectors.toSet()));
    }

    /** How much of each thing this night had: a property of nights in which nothing happens would say nothing. */
    void count() {
        count("orders confirmed", confirmed.size());
        count("tickets given back", givenBack.size());
        count(
                "people admitted",
                doorways.values().stream().mapToInt(Doorway::admitted).sum());
        count(
                "scans undone",
                doorways.values().stream().mapToInt(Doorway::undone).sum());
        count("uses of the promo code", promoUses.used());
        count("tickets handed over", transfers.size());
        count(
                "payments without an order",
                captured.keySet().stream()
                        .filter(payment ->
                                confirmed.values().stream().noneMatch(order -> payment.equals(order.paymentId())))
                        .count());
    }

    private static void count(String what, long count) {
        Statistics.label(what)
                .collect(count == 0 ? "none" : count < 4 ? "some" : "many")
                .coverage(nights -> nights.check("none").percentage(share -> share < 99));
    }

    private void requireThatTheGatewaysBooksAreOurs() {
        assertThat(captured).as("money that came in").isEqualTo(house.gateway.taken);
        assertThat(returned).as("money that went back").isEqualTo(house.gateway.givenBack);
        assertThat(returned).as("all that is to go back has gone back").isEqualTo(requested);
    }

    /** Money in is money held and money returned; only confirmed orders hold money. */
    private void requireThatEveryPaymentPaysOrWentBack() {
        Set<String> paying =
                confirmed.values().stream().map(OrderConfirmed::paymentId).collect(Collectors.toSet());
        captured.forEach((payment, amount) -> {
            if (!paying.contains(payment)) {
                assertThat(returned.get(payment)).as("back of %s", payment).isEqualTo(amount);
            }
        });
        long held = confirmed.values().stream()
                .mapToLong(order ->
                        order.amounts().total().amount() - returned.getOrDefault(String.valueOf(order.paymentId()), 0L))
                .sum();
        assertThat(sum(captured)).as("money in").isEqualTo(held + sum(returned));
    }

    private void requireThatExactlyTheTicketsGivenBackAreDead() {
        assertThat(revoked).isEqualTo(givenBack);
        Set<TicketId> ofOrders = confirmed.values().stream()
                .flatMap(order -> order.tickets().stream())
                .map(IssuedTicket::ticketId)
                .collect(Collectors.toSet());
        assertThat(tickets.keySet()).isEqualTo(ofOrders);
    }

    private void requireThatCommissionIsThatOfTheTicketsSold() {
        confirmed.forEach((order, event) -> {
            long owed = event.attribution() == null
                    ? 0
                    : commission(event.lines()) - commissionGivenBack.getOrDefault(order, 0L);
            assertThat(earned.getOrDefault(order, 0L) - reversed.getOrDefault(order, 0L))
                    .as("commission of %s", order)
                    .isEqualTo(owed);
        });
        assertThat(confirmed.keySet()).containsAll(earned.keySet());
    }

    private long standing(TierId tier) {
        return standing(order ->
                order.tickets().stream().filter(ticket -> ticket.tierId().equals(tier)));
    }

    private long standing(UserId account) {
        return standing(order -> order.accountId().equals(account) ? order.tickets().stream() : Stream.empty());
    }

    private long standing(Function<OrderConfirmed, Stream<IssuedTicket>> ofOrder) {
        return confirmed.values().stream()
                .flatMap(ofOrder)
                .filter(ticket -> !givenBack.contains(ticket.ticketId()))
                .count();
    }

    private static long commission(List<OrderLine> lines) {
        return lines.stream()
                .map(OrderLine::commission)
                .mapToLong(Money::amount)
                .sum();
    }

    private static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A tier's stock, counted from its events: never oversold, for any prefix. */
    private static final class Stock {
        private final TierId tier;
        private final Map<OrderId, Integer> holds = new HashMap<>();
        private final Map<WaitingListEntryId, Integer> offers = new HashMap<>();
        private int stock;
        private int sold;

        Stock(TierId tier) {
            this.tier = tier;
        }

        void see(TierEvent event) {
            switch (event) {
                case TierEvent.TierCreated created -> stock = created.stock();
                case TierEvent.StockSet set -> stock = set.stock();
                case TierEvent.StockHeld hold -> hold(hold.orderId(), hold.quantity());
                case TierEvent.StockReclaimed hold -> hold(hold.orderId(), hold.quantity());
                case TierEvent.HoldReleased free -> free(free.orderId(), free.quantity());
                case TierEvent.HoldLapsed free -> free(free.orderId(), free.quantity());
                case TierEvent.ClaimAbandoned free -> free(free.orderId(), free.quantity());
                case TierEvent.StockSold sale -> {
                    free(sale.orderId(), sale.quantity());
                    sold += sale.quantity();
                }
                case TierEvent.StockReturned back -> sold -= back.quantity();
                case TierEvent.StockOffered offer -> offers.put(offer.entryId(), offer.quantity());
                case TierEvent.OfferRestored offer -> offers.put(offer.entryId(), offer.quantity());
                case TierEvent.OfferTaken offer -> end(offer.entryId(), offer.quantity());
                case TierEvent.OfferGivenUp offer -> end(offer.entryId(), offer.quantity());
                case TierEvent.OfferLapsed offer -> end(offer.entryId(), offer.quantity());
                default -> {
                    return; // Moves no stock.
                }
            }
            assertThat(sold).as("sold of %s", tier).isNotNegative();
            assertThat(sold + held()).as("sold and held of %s", tier).isLessThanOrEqualTo(stock);
        }

        private void hold(OrderId order, int quantity) {
            assertThat(holds.put(order, quantity)).as("%s is held once", order).isNull();
        }

        private void free(OrderId order, int quantity) {
            assertThat(holds.remove(order)).as("held for %s", order).isEqualTo(quantity);
        }

        private void end(WaitingListEntryId entry, int quantity) {
            assertThat(offers.remove(entry)).as("offered to %s", entry).isEqualTo(quantity);
        }

        /** For orders, and for those who wait and have been told. */
        private int held() {
            return Stream.of(holds, offers)
                    .flatMap(kept -> kept.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        void requireSold(long standing) {
            assertThat((long) sold).as("sold of %s", tier).isEqualTo(standing);
        }
    }
}
