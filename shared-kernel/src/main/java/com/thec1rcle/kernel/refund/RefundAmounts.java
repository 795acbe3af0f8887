package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;

/** The parts of what goes back: total = net + fees + tax; fees and tax are zero where they are kept. */
public record RefundAmounts(Money net, Money platformFee, Money paymentFee, Money tax, Money total) {
    public static RefundAmounts of(Money net, Money platformFee, Money paymentFee, Money tax) {
        return new RefundAmounts(
                net,
                platformFee,
                paymentFee,
                tax,
                net.plus(platformFee).plus(paymentFee).plus(tax));
    }

    /** The net price alone. */
    public static RefundAmounts ofNet(Money net) {
        Money none = Money.zero(net.currency());
        return of(net, none, none, none);
    }

    /** All that was paid. */
    public static RefundAmounts all(Amounts paid) {
        return of(paid.subtotal().minus(paid.discount()), paid.platformFee(), paid.paymentFee(), paid.tax());
    }

    public RefundAmounts plus(RefundAmounts other) {
        return of(
                net.plus(other.net),
                platformFee.plus(other.platformFee),
                paymentFee.plus(other.paymentFee),
                tax.plus(other.tax));
    }

    public RefundAmounts minus(RefundAmounts other) {
        return of(
                net.minus(other.net),
                platformFee.minus(other.platformFee),
                paymentFee.minus(other.paymentFee),
                tax.minus(other.tax));
    }
}
