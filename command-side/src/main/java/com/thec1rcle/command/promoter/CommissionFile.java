package com.thec1rcle.command.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How far the commission of one order has come: one document an order, in the vault.
 *
 * @param reversedRefunds refunds of single tickets whose commission was taken back; never more than the order has tickets
 */
record CommissionFile(
        @Id String id,
        String promoterId,
        String eventId,
        Money amount,
        boolean payableAtOnce,
        Stage stage,
        @Nullable Set<String> reversedRefunds) {

    /** The steps of a commission; a step is written down when it is done, the first before anything is asked. */
    enum Stage {
        OPENED,
        BOOKED,
        REVERSED
    }

    boolean hasReversed(RefundId refund) {
        return reversedRefunds != null && reversedRefunds.contains(refund.value());
    }

    OrderId order() {
        return new OrderId(id);
    }

    PromoterId promoter() {
        return new PromoterId(promoterId);
    }

    EventId event() {
        return new EventId(eventId);
    }
}
