package com.thec1rcle.kernel.event;

/** How many tickets one order, and one account over all its orders, may take of an event. */
public record OrderLimits(int minPerOrder, int maxPerOrder, int maxPerAccount) {
    public static final OrderLimits DEFAULT = new OrderLimits(1, 10, 10);

    /** One ticket of each account. */
    public static final OrderLimits RSVP = new OrderLimits(1, 1, 1);

    public OrderLimits {
        if (minPerOrder < 1 || maxPerOrder < minPerOrder || maxPerAccount < minPerOrder) {
            throw new IllegalArgumentException("Limits are 1 or more, and a maximum is not below the minimum.");
        }
    }
}
