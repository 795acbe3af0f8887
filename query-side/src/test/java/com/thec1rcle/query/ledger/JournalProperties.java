package com.thec1rcle.query.ledger;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens with money in whatever order, the books sum to zero after every event. */
class JournalProperties {
    private enum Kind {
        SALE,
        SALE_BY_PROMOTER,
        SALE_AND_REFUND,
        SALE_AND_TICKETS_BACK,
        LATE_PAYMENT,
        PAYOUT
    }

    private record Happening(Kind kind, long price, int tickets, int discount) {}

    @Provide
    Arbitrary<List<Happening>> seasons() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.longs().between(0, 10_000_000),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(0, 10_000))
                .as(Happening::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 500)
    void theBooksSumToZeroAfterEveryEvent(@ForAll("seasons") List<Happening> season) {
        Map<String, Long> accounts = new HashMap<>();
        for (Happening happening : season) {
            for (Journal journal : journals(happening)) {
                journal.postings()
                        .forEach(posting -> accounts.merge(
                                posting.account(), posting.amount().amount(), Long::sum));
                assertThat(accounts.values().stream().mapToLong(Long::longValue).sum())
                        .isZero();
            }
        }
    }

    private static List<Journal> journals(Happening happening) {
        OrderConfirmed sale = sale(happening, happening.kind() != Kind.SALE);
        Money total = sale.amounts().total();
        return switch (happening.kind()) {
            case SALE, SALE_BY_PROMOTER -> List.of(Journal.of(sale));
            case SALE_AND_REFUND ->
                List.of(
                        Journal.of(sale),
                        Journal.of(refundRequested(sale.orderId(), total, true)),
                        Journal.of(refunded(sale)),
                        Journal.of(refundCompleted(sale.orderId(), total, true)));
            case SALE_AND_TICKETS_BACK -> ticketsBack(sale);
            case LATE_PAYMENT ->
                List.of(
                        Journal.of(refundRequested(sale.orderId(), total, false)),
                        Journal.of(refundCompleted(sale.orderId(), total, false)));
            case PAYOUT -> List.of(Journal.of(new PayoutCompleted(new PayoutId("payout"), PROMOTER, total, "utr")));
        };
    }

    /** One ticket goes back with its fees kept, then the event is called off and all the rest goes back. */
    private static List<Journal> ticketsBack(OrderConfirmed sale) {
        Money net = sale.lines().getFirst().net();
        Money commission = sale.lines().getFirst().commission();
        Money first = Money.inr(net.amount() / sale.tickets().size());
        Money firstCommission = Money.inr(commission.amount() / sale.tickets().size());
        RefundAmounts one = RefundAmounts.ofNet(first);
        RefundAmounts rest = RefundAmounts.all(sale.amounts()).minus(one);
        return List.of(
                Journal.of(sale),
                Journal.of(returned(sale, one, first, firstCommission)),
                Journal.of(refundRequested(sale.orderId(), one.total(), true)),
                Journal.of(returned(sale, rest, net.minus(first), commission.minus(firstCommission))),
                Journal.of(refundCompleted(sale.orderId(), one.total(), true)),
                Journal.of(refundCompleted(sale.orderId(), rest.total(), true)));
    }

    private static TicketsRefunded returned(OrderConfirmed sale, RefundAmounts amounts, Money net, Money commission) {
        return new TicketsRefunded(
                sale.orderId(),
                sale.eventId(),
                sale.venueId(),
                sale.creator(),
                sale.accountId(),
                new RefundId("refund"),
                List.of(new RefundedTicket(sale.tickets().getFirst().ticketId(), TIER, net, commission)),
                amounts,
                sale.attribution(),
                RefundReason.GUEST_REQUEST,
                false);
    }

    @Property(tries = 300)
    void whatGoesBackPieceByPieceLeavesNothingInAnyAccount(@ForAll("seasons") List<Happening> season) {
        for (Happening happening : season) {
            Map<String, Long> accounts = new HashMap<>();
            ticketsBack(sale(happening, true))
                    .forEach(journal -> journal.postings()
                            .forEach(posting -> accounts.merge(
                                    posting.account(), posting.amount().amount(), Long::sum)));
            assertThat(accounts.values()).allMatch(balance -> balance == 0);
        }
    }

    private static OrderConfirmed sale(Happening happening, boolean byPromoter) {
        Money subtotal = Money.inr(happening.price()).times(happening.tickets());
        Money discount = Rate.share(happening.discount()).of(subtotal, happening.tickets());
        Money net = subtotal.minus(discount);
        Money platformFee = Rate.share(500).of(net, 1);
        Money paymentFee = Rate.share(250).of(net, 1);
        Money tax = Rate.share(1800).of(platformFee.plus(paymentFee), 1);
        Amounts amounts = new Amounts(
                subtotal,
                discount,
                platformFee,
                paymentFee,
                tax,
                net.plus(platformFee).plus(paymentFee).plus(tax));
        long commission =
                byPromoter ? Rate.share(1500).of(net, happening.tickets()).amount() : 0;
        return confirmed(order(1), amounts, happening.tickets(), commission, byPromoter ? BY_RIYA : null);
    }
}
