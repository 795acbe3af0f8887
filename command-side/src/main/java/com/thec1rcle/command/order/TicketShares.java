package com.thec1rcle.command.order;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What each ticket of an order has of its amounts. A share is what the tickets up to and with it have together, rounded,
 * less what those before it have: so the shares always add up to the whole, whichever tickets go back in whichever order.
 */
final class TicketShares {
    private TicketShares() {}

    /** One ticket's part of the order: its net price and commission, and its part of the fees and the tax on them. */
    record Share(RefundedTicket ticket, RefundAmounts amounts) {}

    /** The shares in the order of the tickets' numbers. */
    static List<Share> of(OrderId orderId, List<OrderLine> lines, Amounts amounts) {
        Money total = amounts.subtotal().minus(amounts.discount());
        Money before = Money.zero(total.currency());
        List<Share> shares = new ArrayList<>();
        for (OrderLine line : lines) {
            for (int copy = 0; copy < line.quantity(); copy++) {
                Money net = part(line.net(), copy, line.quantity());
                Money commission = part(line.commission(), copy, line.quantity());
                Money after = before.plus(net);
                shares.add(new Share(
                        new RefundedTicket(TicketId.of(orderId, shares.size() + 1), line.tierId(), net, commission),
                        RefundAmounts.of(
                                net,
                                between(amounts.platformFee(), before, after, total),
                                between(amounts.paymentFee(), before, after, total),
                                between(amounts.tax(), before, after, total))));
                before = after;
            }
        }
        return shares;
    }

    private static Money part(Money whole, int copy, int copies) {
        return upTo(whole, copy + 1L, copies).minus(upTo(whole, copy, copies));
    }

    private static Money between(Money whole, Money from, Money to, Money total) {
        return total.isZero()
                ? Money.zero(whole.currency())
                : upTo(whole, to.amount(), total.amount()).minus(upTo(whole, from.amount(), total.amount()));
    }

    /** The first so many parts of the whole, rounded half up. */
    private static Money upTo(Money whole, long parts, long of) {
        BigInteger twice = BigInteger.valueOf(whole.amount())
                .multiply(BigInteger.valueOf(parts))
                .shiftLeft(1)
                .add(BigInteger.valueOf(of));
        return new Money(twice.divide(BigInteger.valueOf(of).shiftLeft(1)).longValueExact(), whole.currency());
    }
}
