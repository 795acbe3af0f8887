package com.thec1rcle.kernel.register;

import com.thec1rcle.kernel.money.Money;

/** What a night took, by source. */
public record DayRevenue(Money cover, Money drinks, Money food, Money vip, Money other) {
    /** The sum of all; refuses mixed currencies with IllegalArgumentException. */
    public Money total() {
        return cover.plus(drinks).plus(food).plus(vip).plus(other);
    }
}
