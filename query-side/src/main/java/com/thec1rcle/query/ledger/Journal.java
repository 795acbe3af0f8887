package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one money event posts; sums to zero or does not exist. Sides of nothing are left out. */
record Journal(List<Posting> postings) {
    private static final Journal EMPTY = new Journal(List.of());

    Journal {
        postings =
                postings.stream().filter(posting -> !posting.amount().isZero()).toList();
        if (postings.stream().map(Posting::amount).reduce(Money::plus).stream().anyMatch(sum -> !sum.isZero())) {
            throw new IllegalStateException("A journal sums to zero.");
        }
    }

    /** The money is at the gateway; what it is owed for is known. */
    static Journal of(OrderConfirmed event) {
        return sale(event.eventId(), event.amounts(), event.lines(), event.attribution(), Account.GATEWAY);
    }

    /** All of a sale is taken back; the money is owed to the guest. */
    static Journal of(OrderRefunded event) {
        return sale(event.eventId(), event.amounts(), event.lines(), event.attribution(), Account.REFUNDS_PAYABLE)
                .reversed();
    }

    /** Part of a sale is taken back: the partners' and the promoter's share, and fees and tax where they go back too. */
    static Journal of(TicketsRefunded event) {
        RefundAmounts back = event.amounts();
        Money commission = event.attribution() == null
                ? Money.zero(back.total().currency())
                : event.tickets().stream()
                        .map(RefundedTicket::commission)
                        .reduce(Money.zero(back.total().currency()), Money::plus);
        return new Journal(Stream.concat(
                        Stream.of(
                                Posting.credit(Account.REFUNDS_PAYABLE, back.total()),
                                Posting.debit(
                                        Account.eventPayable(event.eventId()),
                                        back.net().minus(commission)),
                                Posting.debit(Account.PLATFORM_REVENUE, back.platformFee()),
                                Posting.debit(Account.GATEWAY_FEES, back.paymentFee()),
                                Posting.debit(Account.TAX_PAYABLE, back.tax())),
                        Stream.ofNullable(event.attribution())
                                .map(sold -> Posting.debit(Account.promoterPayable(sold.promoterId()), commission)))
                .toList());
    }

    /** Money came in that no confirmed order takes; it is owed to the guest. A confirmed order's refund is posted with the order's. */
    static Journal of(RefundRequested event) {
        return event.ofConfirmedOrder() ? EMPTY : transfer(Account.GATEWAY, Account.REFUNDS_PAYABLE, event.amount());
    }

    /** The guest has the money back. */
    static Journal of(RefundCompleted event) {
        return transfer(Account.REFUNDS_PAYABLE, Account.GATEWAY, event.amount());
    }

    /** The promoter has the money. */
    static Journal of(PayoutCompleted event) {
        return transfer(Account.promoterPayable(event.promoterId()), Account.BANK, event.amount());
    }

    Journal reversed() {
        return new Journal(postings.stream().map(Posting::reversed).toList());
    }

    private static Journal transfer(String debit, String credit, Money amount) {
        return new Journal(List.of(Posting.debit(debit, amount), Posting.credit(credit, amount)));
    }

    private static Journal sale(
            EventId event,
            Amounts amounts,
            List<OrderLine> lines,
            @Nullable Attribution attribution,
            String receivedBy) {
        Money commission = attribution == null
                ? Money.zero(amounts.total().currency())
                : lines.stream()
                        .map(OrderLine::commission)
                        .reduce(Money.zero(amounts.total().currency()), Money::plus);
        Money net = amounts.subtotal().minus(amounts.discount());
        Stream<Posting> promoter = Stream.ofNullable(attribution)
                .map(sold -> Posting.credit(Account.promoterPayable(sold.promoterId()), commission));
        return new Journal(Stream.of(
                        Stream.of(
                                Posting.debit(receivedBy, amounts.total()),
                                Posting.credit(Account.eventPayable(event), net.minus(commission))),
                        promoter,
                        Stream.of(
                                Posting.credit(Account.PLATFORM_REVENUE, amounts.platformFee()),
                                Posting.credit(Account.GATEWAY_FEES, amounts.paymentFee()),
                                Posting.credit(Account.TAX_PAYABLE, amounts.tax())))
                .flatMap(postings -> postings)
                .toList());
    }
}
