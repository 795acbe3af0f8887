package com.thec1rcle.query.refund;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.refund.CancellationProgress;
import com.thec1rcle.query.refund.RefundedOrder.End;
import com.thec1rcle.query.refund.RefundedOrder.MoneyBack;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What groups of orders add up to; amounts are in the platform's currency. */
record Progress(List<Group> groups) {
    /** Orders with the same fate. */
    record Group(End end, MoneyBack money, long orders, long amount) {
        boolean is(MoneyBack fate) {
            return money == fate;
        }

        boolean endedWithoutMoney(End fate) {
            return money == MoneyBack.NONE && end == fate;
        }
    }

    static Progress of(List<Group> groups) {
        return new Progress(groups);
    }

    CancellationProgress asOf(EventId eventId, Instant cancelledAt) {
        long standing = orders(group -> group.endedWithoutMoney(End.NONE));
        long requested = orders(group -> group.is(MoneyBack.REQUESTED));
        long failed = orders(group -> group.is(MoneyBack.FAILED));
        return new CancellationProgress(
                eventId,
                cancelledAt,
                orders(group -> true),
                standing,
                orders(group -> group.endedWithoutMoney(End.CANCELLED) || group.endedWithoutMoney(End.EXPIRED)),
                requested,
                orders(group -> group.is(MoneyBack.COMPLETED) || group.endedWithoutMoney(End.GIVEN_BACK)),
                failed,
                amount(group -> true),
                amount(group -> group.is(MoneyBack.COMPLETED)),
                standing + requested + failed == 0);
    }

    private long orders(Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::orders).sum();
    }

    private Money amount(Predicate<Group> which) {
        return Money.inr(groups.stream().filter(which).mapToLong(Group::amount).sum());
    }
}
