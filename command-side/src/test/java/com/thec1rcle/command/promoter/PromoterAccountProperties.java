package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseTicketReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReturnReserve;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseTicketCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.SpendReserve;
import com.thec1rcle.kernel.promoter.PromoterEvent;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReleased;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveReturned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveSpent;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserved;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.promoter.ReversedItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** However commands are interleaved and repeated, the account's money adds up. */
class PromoterAccountProperties {
    private static final int ORDERS = 6;
    private static final int PAYOUTS = 5;
    private static final int TICKETS = 3;

    /** What is asked: an order earns, an event ends, an order is given back, a payout is asked for and ends. */
    private enum Ask {
        EARN,
        EARN_AT_ONCE,
        CLOSE,
        RELEASE,
        REVERSE,
        CLOSE_REVERSAL,
        REVERSE_TICKET,
        CLOSE_TICKET_REVERSAL,
        REQUEST,
        RETURN,
        SPEND
    }

    private record Step(Ask ask, int which, long paise) {}

    @Provide
    Arbitrary<List<Step>> nights() {
        return Combinators.combine(
                        Arbitraries.of(Ask.class),
                        Arbitraries.integers().between(0, ORDERS - 1),
                        Arbitraries.longs().between(1, 40_000))
                .as(Step::new)
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void neverOverdrawnAndNothingTwice(@ForAll("nights") List<Step> steps) {
        try (RunningAccount account = RunningAccount.approved()) {
            Books books = new Books();
            for (Step step : steps) {
                ask(account, books, step);
                account.newEvents().forEach(books::post);
            }
        }
    }

    /** Sends what the step asks, on the terms on which its order was earned: what the process would send. */
    private static void ask(RunningAccount account, Books books, Step step) {
        OrderId order = new OrderId("order-" + step.which());
        EventId event = step.which() % 2 == 0 ? NIGHT : OTHER_NIGHT;
        PayoutId payout = new PayoutId("payout-" + step.which() % PAYOUTS);
        CommissionEarned earned = books.earned.get(order);
        switch (step.ask()) {
            case EARN -> account.send(earn(order, event, step.paise(), false));
            case EARN_AT_ONCE -> account.send(earn(order, event, step.paise(), true));
            case CLOSE -> account.send(new CloseCommission(PROMOTER, order));
            case RELEASE -> account.send(new ReleaseCommission(PROMOTER, event));
            case REVERSE -> {
                if (earned != null && !books.ticketsBack.containsKey(order)) {
                    account.send(reverse(order, event, earned.amount().amount(), earned.payableAtOnce()));
                }
            }
            case REVERSE_TICKET -> reverseTicket(account, books, order, event, earned, (int) (step.paise() % TICKETS));
            case CLOSE_TICKET_REVERSAL ->
                account.send(new CloseTicketReversal(PROMOTER, refund(order, (int) (step.paise() % TICKETS))));
            case CLOSE_REVERSAL -> account.send(new CloseReversal(PROMOTER, order));
            case REQUEST -> account.sendAsPromoter(request(payout, step.paise()));
            case RETURN -> account.send(new ReturnReserve(PROMOTER, payout));
            case SPEND -> account.send(new SpendReserve(PROMOTER, payout));
        }
    }

    /** One of the order's tickets, each of which has an even share; an order goes back whole or ticket by ticket. */
    private static void reverseTicket(
            RunningAccount account, Books books, OrderId order, EventId event, CommissionEarned earned, int ticket) {
        if (earned == null || books.reversed.contains(order)) {
            return;
        }
        long amount = earned.amount().amount();
        Money share = Money.inr(amount * (ticket + 1) / TICKETS - amount * ticket / TICKETS);
        if (!share.isZero()) {
            account.send(new ReverseTicketCommission(
                    PROMOTER,
                    order,
                    refund(order, ticket),
                    event,
                    List.of(new ReversedItem(TIER, 1, share, share)),
                    share,
                    earned.payableAtOnce()));
        }
    }

    private static RefundId refund(OrderId order, int ticket) {
        return new RefundId("refund-" + order + "-" + ticket);
    }

    /** Books kept beside the account, from nothing but its events. */
    private static final class Books {
        final Map<OrderId, CommissionEarned> earned = new HashMap<>();
        final Set<OrderId> reversed = new HashSet<>();
        final Set<RefundId> refunds = new HashSet<>();
        final Map<OrderId, Long> ticketsBack = new HashMap<>();
        final Map<PayoutId, Money> reserved = new HashMap<>();
        final Set<PayoutId> known = new HashSet<>();
        final Map<EventId, Long> pending = new HashMap<>();
        long payable;
        long paid;

        void post(PromoterEvent happened) {
            switch (happened) {
                case CommissionEarned event -> {
                    assertThat(earned.put(event.orderId(), event))
                            .as("earned twice")
                            .isNull();
                    if (event.payableAtOnce()) {
                        payable += event.amount().amount();
                    } else {
                        pending.merge(event.eventId(), event.amount().amount(), Long::sum);
                    }
                }
                case CommissionReleased event -> {
                    assertThat(pending.remove(event.eventId()))
                            .isEqualTo(event.amount().amount());
                    payable += event.amount().amount();
                }
                case CommissionReversed event -> {
                    assertThat(reversed.add(event.orderId()))
                            .as("reversed once")
                            .isTrue();
                    takeBack(event.eventId(), event.amount(), event.fromPayable());
                }
                case TicketCommissionReversed event -> {
                    assertThat(refunds.add(event.refundId()))
                            .as("reversed once")
                            .isTrue();
                    ticketsBack.merge(event.orderId(), event.amount().amount(), Long::sum);
                    takeBack(event.eventId(), event.amount(), event.fromPayable());
                }
                case PayoutReserved event -> {
                    assertThat(known.add(event.payoutId())).as("a new payout").isTrue();
                    assertThat(event.amount().amount()).as("never overdrawn").isLessThanOrEqualTo(payable);
                    payable -= event.amount().amount();
                    reserved.put(event.payoutId(), event.amount());
                }
                case PayoutReserveReturned event -> {
                    assertThat(reserved.remove(event.payoutId())).isEqualTo(event.amount());
                    payable += event.amount().amount();
                }
                case PayoutReserveSpent event -> {
                    assertThat(reserved.remove(event.payoutId())).isEqualTo(event.amount());
                    paid += event.amount().amount();
                }
                default -> {
                    return; // The others move no money.
                }
            }
            assertThat(pending.values()).as("nothing pending is below zero").allMatch(sum -> sum > 0);
            assertThat(kept())
                    .as("earned = pending + payable + reserved + paid")
                    .isEqualTo(owed());
        }

        private void takeBack(EventId event, Money amount, boolean fromPayable) {
            if (fromPayable) {
                payable -= amount.amount();
            } else {
                pending.merge(event, -amount.amount(), Long::sum);
                if (pending.get(event) == 0) {
                    pending.remove(event);
                }
            }
        }

        private long kept() {
            return earned.values().stream()
                    .filter(commission -> !reversed.contains(commission.orderId()))
                    .mapToLong(commission ->
                            commission.amount().amount() - ticketsBack.getOrDefault(commission.orderId(), 0L))
                    .sum();
        }

        private long owed() {
            return pending.values().stream().mapToLong(Long::longValue).sum()
                    + payable
                    + reserved.values().stream().mapToLong(Money::amount).sum()
                    + paid;
        }
    }
}
